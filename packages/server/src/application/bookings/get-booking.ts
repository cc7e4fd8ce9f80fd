import { reachOf } from '../access/rights.ts';
import { changesOfBooking } from '../external-records/changes-there.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { note, type AuditDeps } from '../audit/note.ts';
import { bookedIntakeView, isAboutHealth } from '../intake/booked-view.ts';
import { isCoachSide } from '../kernel/scope.ts';
import { bookingView, seenBy } from './booking-view.ts';
import { contactOf } from '../people/contacts.ts';
import { findBooking, type FindBookingNeeds } from '../people/find-booking.ts';

type GetBookingNeeds = JoinUrlNeeds & FindBookingNeeds & AuditDeps & Pick<Core, 'externalRecords'>;

/** Returns what became of it in the coach's own calendars, for who sees those. */
const changedThere = async (core: GetBookingNeeds, { caller, now }: Context, booking: Booking) => {
  if (reachOf('listExternalCalendars', caller) === 'none') return {};
  const changes = await changesOfBooking(core, booking, now);
  return changes.length === 0 ? {} : { changedThere: [...changes] };
};

/**
 * Returns the form with its texts, and with what is about health for the client and for the coach side in a session,
 * which is noted first. A link may have gone on to others, and webhooks carry what a key is shown.
 */
const intakeOf = async (core: GetBookingNeeds, context: Context, { intake, attendee }: Booking) => {
  if (!intake) return {};
  const health = context.caller.kind === 'session';
  if (health && isCoachSide(context) && isAboutHealth(intake))
    await note(core, context, 'booking_answers.read', { kind: attendee.kind, id: attendee.id });
  return { intake: bookedIntakeView(intake, { health, texts: true }) };
};

/** Returns one booking of the caller. Throws BOOKING_NOT_FOUND. */
export const getBooking: UseCase<'getBooking', GetBookingNeeds> =
  (core) =>
  async (context, { id }) => {
    const booking = await findBooking(core, context, id);
    const view = bookingView(core, seenBy(context, booking), await contactOf(core, booking));
    const more = { ...(await intakeOf(core, context, booking)), ...(await changedThere(core, context, booking)) };
    return { data: { ...view, ...more } };
  };
