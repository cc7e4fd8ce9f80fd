import type { Booking } from '../../domain/booking/booking.ts';
import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { note } from '../audit/note.ts';
import { cancelBooking, type CancelBookingNeeds } from '../bookings/cancel-booking.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { announceHold, type AnnounceHoldNeeds } from '../feed/announce-hold.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { releaseHoldClaims } from '../claiming/release.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { isRemovable, readBursts, type ReadBurstsNeeds } from './read-bursts.ts';

type CancelBurstNeeds = Pick<Core, 'coaches' | 'bookings' | 'audit' | 'visitorHolds'> &
  AnnounceHoldNeeds &
  CancelBookingNeeds &
  ReadBurstsNeeds;

type CancelOptions = Pick<InputOf<'cancelBurst'>, 'reason' | 'notify'>;

/** Attempts against faster writers of one booking, before it counts as being handled by another person. */
const MAX_ATTEMPTS = 5;

/** Cancels a booking as it was read, and reads it again where it has changed. Returns false when it is to stay. */
const cancelUntouched = async (
  core: CancelBurstNeeds,
  context: Context,
  found: Booking,
  { reason, notify = false }: CancelOptions,
): Promise<boolean> => {
  let booking = found;
  for (let tries = 0; tries < MAX_ATTEMPTS && isRemovable(booking, context.now); tries++) {
    const { id, version } = booking;
    try {
      await cancelBooking(core)(context, { id, version, notify, ...present({ reason }) });
      return true;
    } catch (error) {
      if (!(error instanceof Refusal) || !/^(VERSION_CONFLICT|NOT_ALLOWED_NOW|BOOKING_NOT_FOUND)$/.test(error.code))
        throw error;
    }
    const stored = await core.bookings.find(id);
    if (stored?.kind !== 'booking') return false;
    booking = stored;
  }
  return false;
};

/** Releases the holds of these addresses at the coach. Returns their number. */
const releaseHoldsOf = async (
  core: CancelBurstNeeds,
  context: Context,
  coachId: string,
  marks: ReadonlySet<string>,
): Promise<number> => {
  const holds = (await core.visitorHolds.ofCoach(coachId)).filter(
    ({ mark, expiresAt }) => marks.has(mark) && expiresAt > context.now,
  );
  if (context.dryRun) return holds.length;
  for (const { id, ledgers, start, end } of holds) {
    await releaseHoldClaims(core, id, ledgers);
    await core.visitorHolds.remove(coachId, id);
    announceHold(core, context, { coachId, holdId: id, start, end });
  }
  return holds.length;
};

/** Blocks these addresses at the coach for a day. Returns until when. */
const block = async (
  { realNow, visits }: Pick<Core, 'realNow' | 'visits'>,
  context: Context,
  coachId: string,
  marks: ReadonlySet<string>,
): Promise<Instant> => {
  const until = plus(realNow(), DAY);
  if (!context.dryRun) for (const mark of marks) await visits.block(scopeOf(context), coachId, mark, until);
  return until;
};

/**
 * Cancels what is left of a burst, each booking like cancelBooking; a second request continues. The block comes first,
 * so that no new booking comes meanwhile. Throws COACH_NOT_FOUND, BURST_NOT_FOUND.
 */
export const cancelBurst: UseCase<'cancelBurst', CancelBurstNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const burst = (await readBursts(core, context, head.id)).find(({ id }) => id === input.id);
  if (!burst) throw new Refusal('BURST_NOT_FOUND', `No burst ${input.id} at coach ${head.slug}.`);
  const marks = new Set(burst.visits.map(({ mark }) => mark));
  if (!context.dryRun) await note(core, context, 'burst.cancelled', { kind: 'burst', id: burst.id });
  const blockedUntil = input.block ? await block(core, context, head.id, marks) : undefined;
  const cancelled: string[] = [];
  for (const booking of burst.bookings)
    if (await cancelUntouched(core, context, booking, input)) cancelled.push(booking.id);
  const holdsReleased = await releaseHoldsOf(core, context, head.id, marks);
  return {
    data: {
      id: burst.id,
      cancelled,
      kept: burst.bookings.length - cancelled.length,
      holdsReleased,
      ...present({ blockedUntil: blockedUntil === undefined ? undefined : instantText(blockedUntil) }),
    },
  };
};
