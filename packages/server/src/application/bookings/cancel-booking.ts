import type { Booking } from '../../domain/booking/booking.ts';
import type { ClaimRef } from '../../domain/booking/claim.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Core } from '../ports/core.ts';
import { present } from '../kernel/present.ts';
import { releaseNamed } from '../claiming/release.ts';
import { actorOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { notifyOf, recordOf } from './booking-event.ts';
import { bookingView, seenBy } from './booking-view.ts';
import { contactOf } from '../people/contacts.ts';
import { changeBooking, type BookingAttempt, type ChangeBookingNeeds } from './change-booking.ts';
import { incentiveRefsOf } from './claims-of-booking.ts';
import { allowedStatus } from './find-booking.ts';

export type CancelBookingNeeds = JoinUrlNeeds & Pick<Core, 'realNow' | 'newId' | 'bookings'> & ChangeBookingNeeds;

/** Returns the claims that stay. A session that has begun has used its incentive, whatever becomes of it. R27. */
const keptBy = (booking: Booking, { now }: Context): readonly ClaimRef[] =>
  booking.time && booking.time.start <= now ? incentiveRefsOf(booking) : [];

/** Records the cancellation, and then releases the time and the place, and before the start the incentive. */
const cancelAttempt =
  (
    core: CancelBookingNeeds,
    context: Context,
    { reason, notify, offerReschedule }: Omit<InputOf<'cancelBooking'>, 'id'>,
  ): BookingAttempt =>
  async (old) => {
    const status = allowedStatus('cancel', old, context);
    const claims = keptBy(old, context);
    const givenUp = old.claims.filter((ref) => !claims.includes(ref));
    const set = {
      status,
      claims,
      cancelledAt: context.now,
      cancelledBy: actorOf(context),
      rescheduleOffered: offerReschedule ?? false,
      ...present({ cancellationReason: reason }),
    };
    if (context.dryRun) return { ...old, ...set };
    const release = { refs: givenUp, realNow: core.realNow() };
    const record = recordOf(core, context, old, {
      type: 'cancelled',
      to: status,
      reason,
      notify: notifyOf(context, { notify }, old.time?.start),
      offerReschedule,
    });
    const cancelled = await core.bookings.change(old, old.version, { set, release, ...record });
    if (!cancelled) return null;
    await releaseNamed(core, old.id, givenUp);
    return cancelled;
  };

const cancel = async (core: CancelBookingNeeds, context: Context, input: InputOf<'cancelBooking'>): Promise<Booking> =>
  changeBooking(core, context, input, cancelAttempt(core, context, input));

/** Cancels a booking; its time is free at once. Throws BOOKING_NOT_FOUND, NOT_ALLOWED_NOW, VERSION_CONFLICT. */
export const cancelBooking: UseCase<'cancelBooking', CancelBookingNeeds> = (core) => async (context, input) => {
  const booking = await cancel(core, context, input);
  return { data: bookingView(core, seenBy(context, booking), await contactOf(core, booking)) };
};

/** Cancels without a reason. Throws what cancelBooking throws. */
export const deleteBooking: UseCase<'deleteBooking', CancelBookingNeeds> =
  (core) =>
  async (context, { id }) =>
    cancelBooking(core)(context, { id });
