import { MINUTE } from '@coach-booking/time/units';
import type { Service } from '../../domain/coach/coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';

/** The time within which a guest has to confirm by mail. R14. */
export const PROVE_WITHIN = 30 * MINUTE;

/**
 * Returns whether the caller confirms by mail before it is booked: a visitor without a session, where the service or
 * else the partner wants that. R14.
 */
export async function isToProve(
  { cachedPartner }: Pick<Core, 'cachedPartner'>,
  { caller }: Context,
  service: Pick<Service, 'confirmByEmail'> | undefined,
): Promise<boolean> {
  if (caller.kind !== 'publishable') return false;
  return service?.confirmByEmail ?? (await cachedPartner(caller.partnerId))?.confirmByEmail ?? false;
}
