import type { Booking } from '../../domain/booking/booking.ts';
import { reachesCoach } from '../access/owns.ts';
import { connectBooking } from '../people/connect-booking.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Core } from '../ports/core.ts';
import { challengeFor, passChallenge } from '../guests/ask-challenge.ts';
import { guestOf, type GuestNeeds } from '../guests/guest.ts';
import { refuseBlocked } from '../guests/refuse-blocked.ts';
import { holdToConvert } from '../claiming/hold-grant.ts';
import { identify } from '../idempotency/identify.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isCoachSide, permitFields } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { KnownAttendee } from '../people/known-attendee.ts';
import { attendeeOf, type AttendeeNeeds } from './attendee.ts';
import { checkAnswers } from './check-answers.ts';
import { bookUnderId, type BookUnderIdNeeds } from './book-under-id.ts';
import type { BookingRequest } from './booking-request.ts';
import { createdView, overriddenIn } from './booking-view.ts';
import { contactOf } from '../people/contacts.ts';
import { openId } from './open-id.ts';
import { tryOutBooking, type TryOutBookingNeeds } from './try-out-booking.ts';

type CreateBookingNeeds = Pick<Core, 'challenges' | 'idempotency'> &
  AttendeeNeeds &
  BookUnderIdNeeds &
  GuestNeeds &
  TryOutBookingNeeds;

/** Attempts. A schedule that changes under each of them, or a sweeper that voids each, is not worth a fourth. */
const MAX_ATTEMPTS = 3;

const book = async (core: CreateBookingNeeds, request: BookingRequest): Promise<Booking> => {
  // Answers, some of them about health, are no part of what is booked: a page that is loaded again no longer has them.
  const { intake: _intake, ...booked } = request.input;
  const identity = await identify(core, request.context, 'createBooking', booked);
  let { id, existing } = await openId(core, identity);
  if (existing) return existing;
  // After the search for an earlier answer: a token works once, and a request that is sent again has used it up.
  if (request.challenged) await passChallenge(core, request.context, request.challengeToken);
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const booking = await bookUnderId(core, request, id);
    if (booking) return booking;
    ({ id, existing } = await openId(core, { ...identity, id: await identity.renew(id), isFresh: false }));
    if (existing) return existing;
  }
  throw new Refusal(
    'VERSION_CONFLICT',
    `The state of coach ${request.input.coachId} keeps changing under this booking.`,
  );
};

/** Returns whether the attendees are equal. Equal ids are equal details, so nothing has to be read. */
const isOf = ({ attendee }: Booking, known: KnownAttendee): boolean =>
  attendee.kind === 'lead'
    ? known.kind === 'lead' && attendee.contactId === known.contact.id
    : known.id === attendee.id;

/**
 * Books a time, or a numbered place without one. The insert decides; before it the time is claimed and the rules are
 * checked. Throws the codes of a refused start with `alternatives` and `nextAvailable`, CAPACITY_FULL, PLACE_TAKEN,
 * HOLD_MISMATCH, COACH_NOT_FOUND, COACH_INACTIVE, SERVICE_NOT_FOUND, LEAD_NOT_FOUND, CLIENT_NOT_FOUND, STAFF_NOT_FOUND,
 * STAFF_BUSY, FORBIDDEN, NOT_PERMITTED_FIELD, IDEMPOTENCY_MISMATCH, and for visitors BOOKING_LIMIT, EMAIL_LIMIT,
 * CHALLENGE_REQUIRED, CHALLENGE_FAILED; with a code INCENTIVE_REFUSED, RATE_LIMITED.
 */
export const createBooking: UseCase<'createBooking', CreateBookingNeeds> = (core) => async (context, given) => {
  // Not part of what is booked: the same booking sent again comes with another token.
  const { challengeToken, ...input } = given;
  const { duration, locationKind, place, summary, leadId, clientId, staffId, override, notify } = input;
  const coachSides = { duration, locationKind, place, summary, leadId, clientId, staffId, override, notify };
  permitFields(isCoachSide(context), coachSides);
  checkAnswers(input.answers);
  // A caller who may not book here is refused before anything is claimed.
  if (!reachesCoach(context, input.coachId)) await readCoach(core, context, input.coachId);
  const hold = holdToConvert(core, context, input);
  const [guest, challenge, attendee] = await Promise.all([
    guestOf(core, context),
    challengeFor(core, context),
    attendeeOf(core, context, input),
  ]);
  if (guest) await refuseBlocked(core, context, guest, input.coachId);
  const request = {
    context,
    input,
    hold,
    attendee,
    guest,
    challenged: challenge !== null,
    ...present({ challengeToken }),
  };
  if (context.dryRun) return { data: await tryOutBooking(core, request) };
  const booking = await book(core, request);
  await connectBooking(core, booking);
  const { contact } = request.attendee;
  const [partner, own] = await Promise.all([
    core.cachedPartner(booking.partnerId),
    isOf(booking, request.attendee) ? contact : contactOf(core, booking),
  ]);
  const view = createdView(core, partner, booking, own);
  return { data: { ...view, ...overriddenIn(booking.history[0]) } };
};
