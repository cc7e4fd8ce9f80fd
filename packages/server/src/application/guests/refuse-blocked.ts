import type { Instant } from '@coach-booking/time/instant';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Guest } from './guest.ts';

export function bookingLimit(core: Pick<Core, 'realNow'>, detail: string, until: Instant): Refusal {
  return new Refusal('BOOKING_LIMIT', detail, undefined, Math.max(1, Math.ceil((until - core.realNow()) / 1000)));
}

/** Rejects an address that the coach side has blocked. Throws BOOKING_LIMIT. */
export async function refuseBlocked(
  core: Pick<Core, 'realNow' | 'visits'>,
  context: Context,
  { mark }: Guest,
  coachId: string,
): Promise<void> {
  const until = await core.visits.blockedUntil(scopeOf(context), coachId, mark, core.realNow());
  if (until !== null) throw bookingLimit(core, 'The coach takes nothing from this address for now.', until);
}
