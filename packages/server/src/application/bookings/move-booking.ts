import type { Booking, BookingStep } from '../../domain/booking/booking.ts';
import { isActive, type BookingMove } from '../../domain/booking/status.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { notifyOf, recordOf } from './booking-event.ts';
import { bookingView } from './booking-view.ts';
import { changeBooking, type BookingAttempt, type ChangeBookingNeeds } from './change-booking.ts';
import { placeRefsOf } from './claims-of-booking.ts';
import { contactOf } from '../people/contacts.ts';
import { allowedStatus } from './find-booking.ts';
import { recordChange, type RecordChangeNeeds } from './record-change.ts';

type MoveBookingNeeds = JoinUrlNeeds &
  Pick<Core, 'newId' | 'leads' | 'users' | 'cache' | 'coaches' | 'ledgers'> &
  ChangeBookingNeeds &
  RecordChangeNeeds;

type Move = Exclude<BookingMove, 'cancel' | 'reschedule'>;

/** Reads the schedule; only a start needs the day in the coach's zone. Throws COACH_NOT_FOUND. */
const scheduleFor = async (core: MoveBookingNeeds, context: Context, move: Move, { coachId }: Booking) =>
  move === 'start' ? (await readCoach(core, context, coachId)).head.schedule : undefined;

/**
 * Records the move. A booking that is no longer active releases its place; its time is past and stays its own, and so
 * does the incentive that it has used (R27).
 */
const moveAttempt =
  (
    core: MoveBookingNeeds,
    context: Context,
    move: Move,
    type: BookingStep,
    notify: boolean | undefined,
  ): BookingAttempt =>
  async (old) => {
    const status = allowedStatus(move, old, context, await scheduleFor(core, context, move, old));
    const givenUp = isActive(status) ? [] : placeRefsOf(old);
    const set = {
      status,
      ...(givenUp.length > 0 ? { claims: old.claims.filter((ref) => !givenUp.includes(ref)) } : {}),
    };
    // Only a missed session sends a message after its start without being asked to: that is when it is missed (R17).
    const notified = move === 'confirm' ? notifyOf(context, { notify }, old.time?.start) : notify;
    const record = recordOf(core, context, old, { type, to: status, notify: notified });
    if (context.dryRun) return { ...old, ...set, history: [...old.history, record.history] };
    return recordChange(core, old, { change: { set, ...record }, givenUp });
  };

/** Builds one of these operations, which differ in the move alone. */
const moving =
  (move: Move, type: BookingStep): UseCase<'confirmBooking', MoveBookingNeeds> =>
  (core) =>
  async (context, { notify, ...input }) => {
    const booking = await changeBooking(core, context, input, moveAttempt(core, context, move, type, notify));
    return { data: bookingView(core, booking, await contactOf(core, booking)) };
  };

/** Confirms a booking, as the coach side. Throws BOOKING_NOT_FOUND, NOT_ALLOWED_NOW, VERSION_CONFLICT. */
export const confirmBooking: UseCase<'confirmBooking', MoveBookingNeeds> = moving('confirm', 'confirmed');

/** Starts the session: on its day in the coach's zone, or an hour before (R44). Throws what confirmBooking throws. */
export const startBooking: UseCase<'startBooking', MoveBookingNeeds> = moving('start', 'started');

/** Completes the session, not before its start; its place is free again. Throws what confirmBooking throws. */
export const completeBooking: UseCase<'completeBooking', MoveBookingNeeds> = moving('complete', 'completed');

/**
 * Marks that the attendee did not come, not before the start; the place is free again. Throws what confirmBooking
 * throws.
 */
export const markNoShow: UseCase<'markNoShow', MoveBookingNeeds> = moving('no_show', 'no_show');
