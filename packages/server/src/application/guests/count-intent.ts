import { minus, plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Guest } from './guest.ts';
import { bookingLimit } from './refuse-blocked.ts';

/** A mark of its own, so that intents use up no booking. */
const markOf = ({ tokens }: Pick<Core, 'tokens'>, { mark }: Guest): string => tokens.mark(`intent ${mark}`);

/**
 * Records from which address an intent comes, and counts it like a booking, before it is stored. Throws BOOKING_LIMIT
 * when the address has captured as many in 24 hours as it may book; then it is no longer recorded.
 */
export async function countIntent(
  core: Pick<Core, 'realNow' | 'tokens' | 'visits'>,
  context: Context,
  guest: Guest,
  { id, coachId }: { readonly id: string; readonly coachId: string },
): Promise<void> {
  const cap = guest.caps.bookingsPerAddress;
  if (cap === null) return;
  const [scope, mark] = [scopeOf(context), markOf(core, guest)];
  await core.visits.note({ ...scope, bookingId: id, coachId, mark, at: core.realNow() });
  const visits = await core.visits.fromAddress(scope, mark, minus(core.realNow(), DAY), cap);
  if (visits.length < cap || visits.some(({ bookingId }) => bookingId === id)) return;
  await core.visits.forget([id]);
  throw bookingLimit(core, `${cap} unfinished bookings in 24 hours from this address.`, plus(visits[0]!.at, DAY));
}
