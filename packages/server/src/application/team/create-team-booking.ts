import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import { attendeeOf, type AttendeeNeeds } from '../bookings/attendee.ts';
import { bookUnderId, type BookUnderIdNeeds } from '../bookings/book-under-id.ts';
import type { BookingRequest } from '../bookings/booking-request.ts';
import { createdView } from '../bookings/booking-view.ts';
import { checkAnswers } from '../bookings/check-answers.ts';
import { openId } from '../bookings/open-id.ts';
import { tryOutBooking, type TryOutBookingNeeds } from '../bookings/try-out-booking.ts';
import { challengeFor, passChallenge } from '../guests/ask-challenge.ts';
import { guestOf, type Guest, type GuestNeeds } from '../guests/guest.ts';
import { identify, withoutKey, type Identity } from '../idempotency/identify.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import { connectBooking } from '../people/connect-booking.ts';
import { contactOf } from '../people/contacts.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { assign, type Attempt, type Opened } from './assign.ts';
import { candidatesFor, type Candidates, type CandidatesNeeds, type TeamCandidate } from './candidates.ts';
import { coachName } from './coach-name.ts';

type CreateTeamBookingNeeds = Pick<Core, 'challenges' | 'idempotency'> &
  AttendeeNeeds &
  BookUnderIdNeeds &
  CandidatesNeeds &
  GuestNeeds &
  TryOutBookingNeeds;

type Input = InputOf<'createTeamBooking'>;
type Created = components['schemas']['TeamBookingCreated'];

/** The request, but for the coach. */
type TeamBookingRequest = Omit<BookingRequest, 'input'> & { readonly given: Input };

const requestFor = (
  { given, ...request }: TeamBookingRequest,
  { coachId, serviceId }: Pick<TeamCandidate, 'coachId' | 'serviceId'>,
): BookingRequest => {
  const { coaches: _coaches, service: _service, challengeToken: _challengeToken, ...input } = given;
  return { ...request, input: { ...input, coachId, serviceId } };
};

const viewOf = async (core: CreateTeamBookingNeeds, booking: Booking): Promise<Created> => {
  const [head, partner, contact] = await Promise.all([
    core.cache.lastSeen(booking.coachId) ?? core.coaches.byId(booking.coachId),
    core.cachedPartner(booking.partnerId),
    contactOf(core, booking),
  ]);
  return { ...createdView(core, partner, booking, contact), coach: coachName(head!) };
};

/** The attempts to book with one coach: an id ends by its void, before which the next coach is not tried. */
const attemptOf = (
  core: CreateTeamBookingNeeds,
  request: TeamBookingRequest,
  identity: Identity,
): Attempt<Booking> => ({
  async make(candidate, id) {
    const booking = await bookUnderId(core, requestFor(request, candidate), id);
    if (booking) await core.teamTurns.note(scopeOf(request.context), candidate.coachId, core.realNow());
    return booking;
  },
  async end(_, id) {
    if ((await core.bookings.insertVoid(scopeOf(request.context), id, core.realNow())) === 'inserted') return null;
    const stored = await core.bookings.find(id);
    return stored?.kind === 'booking' ? stored : null;
  },
  async open(renewed): Promise<Opened<Booking>> {
    const { id, existing } = await openId(core, { ...identity, id: renewed, isFresh: false });
    return existing ? { done: existing } : { id };
  },
});

/** Returns what the first coach who does not refuse would answer, without a write. */
const tryOut = async (
  core: CreateTeamBookingNeeds,
  request: TeamBookingRequest,
  candidates: Candidates,
): Promise<Created> => {
  const answered = new Map<string, Created>();
  const coachId = await assign(withoutKey(core.newId), '', candidates, request.given.start, {
    async make(candidate) {
      const view = await tryOutBooking(core, requestFor(request, candidate));
      answered.set(candidate.coachId, { ...view, coach: coachName(candidate.head) });
      return candidate.coachId;
    },
    end: async () => null,
    open: async (id) => ({ id }),
  });
  return answered.get(coachId)!;
};

/** Reads what a request needs beside its coach. The phone is read by the zone of the first of them. */
const requestOf = async (
  core: CreateTeamBookingNeeds,
  context: Context,
  given: Input,
  guest: Guest | null,
  { all }: Candidates,
): Promise<TeamBookingRequest> => {
  const [coachId] = all.keys();
  const { attendee } = given;
  const known = await attendeeOf(core, context, { coachId: coachId!, ...present({ attendee }) });
  return { context, given, guest, hold: null, challenged: false, attendee: known };
};

/**
 * Books a time with one of several coaches: who has fewest sessions on that day, then whose turn was longest ago. A
 * retry with the same idempotency key returns the same booking, with the same coach. Throws the codes of a refused
 * start with the nearest starts of any of them, CAPACITY_FULL, COACH_NOT_FOUND, SERVICE_NOT_FOUND, CLIENT_NOT_FOUND,
 * INVALID_REQUEST, IDEMPOTENCY_MISMATCH, VERSION_CONFLICT, and for visitors BOOKING_LIMIT, EMAIL_LIMIT,
 * CHALLENGE_REQUIRED, CHALLENGE_FAILED.
 */
export const createTeamBooking: UseCase<'createTeamBooking', CreateTeamBookingNeeds> =
  (core) => async (context, given) => {
    checkAnswers(given.answers);
    const guest = await guestOf(core, context);
    if (context.dryRun) {
      const candidates = await candidatesFor(core, context, given, { guest, ownId: '' });
      return { data: await tryOut(core, await requestOf(core, context, given, guest, candidates), candidates) };
    }
    // Neither the answers nor the token are part of what is booked: see createBooking.
    const { intake: _intake, challengeToken, ...booked } = given;
    const identity = await identify(core, context, 'createTeamBooking', booked);
    const { id, existing } = await openId(core, identity);
    const bookNow = async (): Promise<Booking> => {
      const candidates = await candidatesFor(core, context, given, { guest, ownId: id });
      const request = await requestOf(core, context, given, guest, candidates);
      if (await challengeFor(core, context)) await passChallenge(core, context, challengeToken);
      return assign(identity, id, candidates, given.start, attemptOf(core, request, identity));
    };
    const booking = existing ?? (await bookNow());
    await connectBooking(core, booking);
    return { data: await viewOf(core, booking) };
  };
