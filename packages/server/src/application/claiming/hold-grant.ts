import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { instantOf } from '../kernel/instants.ts';
import type { HoldGrant } from '../ports/tokens.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope } from '../kernel/scope.ts';

/**
 * Returns the hold that a token proves, for its own partner and mode. Throws TOKEN_INVALID when it is no token of this
 * hold.
 */
export function provenHold(
  { tokens }: Pick<Core, 'tokens'>,
  context: Context,
  holdId: string,
  token: string,
): HoldGrant {
  const grant = tokens.readHold(token);
  if (!grant || grant.holdId !== holdId || !isInScope(context, grant)) {
    throw new Refusal('TOKEN_INVALID', `The holdToken is not the one of hold ${holdId}.`);
  }
  return grant;
}

export interface HoldUse {
  readonly holdToken?: string | undefined;
  readonly coachId: string;
  readonly serviceId?: string | undefined;
  readonly start?: string | undefined;
}

/**
 * Returns the hold that a booking is to take over, if any. Throws HOLD_MISMATCH when it is not of this coach, service
 * and start.
 */
export function holdToConvert({ tokens }: Pick<Core, 'tokens'>, context: Context, use: HoldUse): HoldGrant | null {
  if (use.holdToken === undefined) return null;
  const grant = tokens.readHold(use.holdToken);
  const isMeant =
    grant !== null &&
    isInScope(context, grant) &&
    grant.coachId === use.coachId &&
    grant.serviceId === use.serviceId &&
    use.start !== undefined &&
    grant.start === instantOf(use.start);
  if (!isMeant) throw new Refusal('HOLD_MISMATCH', 'The holdToken is of another coach, service or start.');
  return grant;
}
