import type { components } from '@coach-booking/contract/types';
import { utcDays } from '../../domain/booking/claim.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Core } from '../ports/core.ts';
import { occupiedBy } from '../slots/occupied.ts';
import { incentiveFor, refuseUsed, type IncentiveForNeeds } from '../incentives/incentive-for.ts';
import type { AskedOfNeeds } from '../intake/asked-of.ts';
import { bookedIntake } from '../intake/booked-intake.ts';
import { incentiveUse } from './book-under-id.ts';
import { isToProve } from '../guests/is-to-prove.ts';
import { checkBookingLimit } from '../guests/count-booking.ts';
import { createdView } from './booking-view.ts';
import { buildBooking } from './build-booking.ts';
import type { BookingRequest } from './booking-request.ts';
import { draftOf, searchOf } from '../slots/draft.ts';
import { isStaffBusy } from './staff-busy.ts';
import { expiredAmong, expiredAround } from '../claiming/expire.ts';
import { freePlace } from '../claiming/free-place.ts';
import { refuseBusyElsewhere, type BusyElsewhereNeeds } from '../slots/busy-elsewhere.ts';
import { ruleRefusal } from '../slots/rule-refusal.ts';
import { refusalOfStart, startFacts } from '../slots/warnings.ts';
import { isCoachSide } from '../kernel/scope.ts';
import { MAX_PLACES } from '../../domain/coach/coach.ts';

export type TryOutBookingNeeds = Pick<
  Core,
  'cachedPartner' | 'tokens' | 'realNow' | 'newId' | 'publicUrl' | 'coaches' | 'visits'
> &
  BusyElsewhereNeeds &
  IncentiveForNeeds &
  AskedOfNeeds;

/**
 * Returns what createBooking would return, from one more read and without a write. Its ids and its manage token open
 * nothing. Throws what createBooking throws.
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
  const expired = [
    ...(session ? await expiredAround(core, claims, session, context.now) : []),
    ...(await expiredAmong(core, places, context.now)),
  ];
  const search = searchOf(draft, context, hold ? [hold.holdId, ...expired] : expired);
  const { override = false } = input;
  const facts = session && isCoachSide(context) ? await startFacts(core, search, session) : null;
  if (session) {
    const code = override
      ? null
      : ruleRefusal(core, search, occupiedBy(claims, context.now, search.exceptOwners), session.start);
    if (code) throw await refusalOfStart(core, context, code, search, session);
    const { staffId } = draft;
    if (staffId !== undefined && (await isStaffBusy(core, context, staffId, session, '', override)))
      throw await refusalOfStart(core, context, 'STAFF_BUSY', search, session);
    if (!override) await refuseBusyElsewhere(core, context, search, draft.service, session);
    if (override && facts?.isTaken) throw await refusalOfStart(core, context, 'SLOT_TAKEN', search, session);
  }
  const intake = await bookedIntake(core, context, input.intake, head.id, draft.service);
  const code = input.incentiveCode;
  const incentive = code === undefined ? null : await incentiveFor(core, context, code, incentiveUse(request, draft));
  if (incentive) await refuseUsed(core, context, incentive);
  if (guest) await checkBookingLimit(core, context, guest);
  const isPast = session !== undefined && session.start <= context.now;
  const isOverCapacity = override && facts?.warnings.includes('capacity') && placeRequest.place === undefined;
  const placeAsked = isOverCapacity ? { capacity: MAX_PLACES } : placeRequest;
  const terms = { now: context.now, alsoOwn: search.exceptOwners ?? [] };
  const place = isPast ? undefined : freePlace(places, placeAsked, terms);
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
    isToProve: await isToProve(core, context, draft.service),
    incentive,
    intake,
  });
  return {
    ...createdView(core, await core.cachedPartner(booking.partnerId), booking, attendee.contact),
    ...(facts && { warnings: [...facts.warnings] }),
  };
}
