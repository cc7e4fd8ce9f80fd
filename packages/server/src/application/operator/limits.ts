import type { InputOf } from '../kernel/contract.ts';
import type { PartnerLimits } from '../ports/partners.ts';

type LimitsPatch = NonNullable<InputOf<'updateOperatedPartner'>['limits']>;

/** Returns the limits with the given ones; null resets to the server's. */
export function withLimits(limits: PartnerLimits, given: LimitsPatch = {}): PartnerLimits {
  return Object.fromEntries(
    Object.entries({ ...limits, ...given }).filter(([, value]) => value !== null && value !== undefined),
  );
}
