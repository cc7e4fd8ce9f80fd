import type { components } from '../../generated/api.ts';
import { utcDays, type PlaceClaim } from '../../domain/booking/claim.ts';
import { readCoach } from '../coaches/read-coach.ts';
import type { Core } from '../core.ts';
import type { PlaceWish } from '../ports/ledgers.ts';
import { Refusal } from '../refusal.ts';
import { occupiedBy } from '../slots/occupied.ts';
import { createdView } from './booking-view.ts';
import { buildBooking } from './build-booking.ts';
import type { BookingRequest } from './booking-request.ts';
import { draftOf, searchOf } from './draft.ts';
import { refusalWithSuggestions, ruleRefusal } from './rule-refusal.ts';

const freePlace = (taken: readonly PlaceClaim[], { capacity, place }: PlaceWish): number => {
  const isFree = (n: number) => taken.every((claim) => claim.place !== n);
  if (place !== undefined && !isFree(place)) throw new Refusal('PLACE_TAKEN', `Place ${place} is taken.`);
  if (taken.length >= capacity) throw new Refusal('CAPACITY_FULL', `All ${capacity} places are taken.`);
  for (let n = 1; ; n++) if (place === n || (place === undefined && isFree(n))) return n;
};

/** What createBooking would answer, from one more read and without a write. Its ids and its manage token open nothing. Throws what it throws. */
export const tryOutBooking = async (core: Core, request: BookingRequest): Promise<components['schemas']['BookingCreated']> => {
  const { context, input, attendee, hold } = request;
  const draft = draftOf((await readCoach(core, context, input.coachId)).head, input);
  const { session, place: wish, head } = draft;
  const { claims, places } = await core.ledgers.read(head.id, session ? utcDays(session.paddedStart, session.paddedEnd) : []);
  const search = searchOf(draft, context, hold ? [hold.holdId] : []);
  const refusal = session ? ruleRefusal(core, search, occupiedBy(claims, context.now, search.exceptOwners), session.start) : null;
  if (session && refusal) throw await refusalWithSuggestions(core, refusal, search, session.start);
  const placeNumber = wish ? freePlace(places, wish) : undefined;
  const booking = buildBooking(core, context, input, {
    id: core.newId(),
    draft,
    claims: [],
    attendee: { kind: 'lead', id: attendee.leadId ?? core.newId(), contactId: attendee.contact.id },
    attendeeZone: attendee.contact.timeZone,
    placeNumber,
  });
  return createdView(core, booking, attendee.contact);
};
