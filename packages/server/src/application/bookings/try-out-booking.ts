import type { components } from '@coach-booking/contract/types';
import { utcDays } from '../../domain/booking/claim.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Core } from '../ports/core.ts';
import { occupiedBy } from '../slots/occupied.ts';
import { checkBookingLimit } from '../guests/count-booking.ts';
import { createdView } from './booking-view.ts';
import { buildBooking } from './build-booking.ts';
import type { BookingRequest } from './booking-request.ts';
import { draftOf, searchOf } from '../slots/draft.ts';
import { isStaffBusy } from './staff-busy.ts';
import { freePlace } from '../claiming/free-place.ts';
import { refusalWithSuggestions, ruleRefusal } from '../slots/rule-refusal.ts';

export type TryOutBookingNeeds = Pick<
  Core,
  'cache' | 'tokens' | 'realNow' | 'newId' | 'publicUrl' | 'coaches' | 'ledgers' | 'visits'
>;

/**
 * What createBooking would answer, from one more read and without a write. Its ids and its manage token open nothing.
 * Throws what it throws.
 */
export async function tryOutBooking(
  core: TryOutBookingNeeds,
  request: BookingRequest,
): Promise<components['schemas']['BookingCreated']> {
  const { context, input, attendee, hold, guest } = request;
  const draft = draftOf((await readCoach(core, context, input.coachId)).head, input);
  const { session, place: placeRequest, head } = draft;
  const { claims, places } = await core.ledgers.read(
    head.id,
    session ? utcDays(session.paddedStart, session.paddedEnd) : [],
  );
  const search = searchOf(draft, context, hold ? [hold.holdId] : []);
  const refusal = session
    ? ruleRefusal(core, search, occupiedBy(claims, context.now, search.exceptOwners), session.start)
    : null;
  if (session && refusal) throw await refusalWithSuggestions(core, refusal, search, session.start);
  if (session && draft.staffId !== undefined && (await isStaffBusy(core, context, draft.staffId, session))) {
    throw await refusalWithSuggestions(core, 'STAFF_BUSY', search, session.start);
  }
  if (guest) await checkBookingLimit(core, context, guest);
  const place = freePlace(places, placeRequest, { now: context.now, alsoOwn: search.exceptOwners ?? [] });
  const booking = buildBooking(core, context, input, {
    id: core.newId(),
    draft,
    claims: [],
    attendee:
      attendee.kind === 'client'
        ? { kind: 'client', id: attendee.id }
        : { kind: 'lead', id: attendee.id ?? core.newId(), contactId: attendee.contact.id },
    attendeeZone: attendee.contact.timeZone,
    placeNumber: head.capacity === null ? undefined : place,
  });
  return createdView(core, booking, attendee.contact);
}
