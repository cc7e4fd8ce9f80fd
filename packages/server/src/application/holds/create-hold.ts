import type { components } from '@coach-booking/contract/types';
import { earliest, latest, plus } from '@coach-booking/time/instant';
import {
  claimIdOf,
  countedPlaces,
  ledgersOf,
  placeClaimIdOf,
  placesLedger,
  utcDays,
} from '../../domain/booking/claim.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { guestOf, type Guest, type GuestNeeds } from '../guests/guest.ts';
import {
  dateOf,
  recordVisitorHold,
  type HoldRequest,
  type RecordVisitorHoldNeeds,
} from '../guests/record-visitor-hold.ts';
import { refuseBlocked } from '../guests/refuse-blocked.ts';
import { checkActive } from '../slots/draft.ts';
import { refusalWithSuggestions, ruleRefusal } from '../slots/rule-refusal.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { identify, withoutKey, type Identity } from '../idempotency/identify.ts';
import { instantOf } from '../kernel/instants.ts';
import { expiredAmong, expiredAround } from '../claiming/expire.ts';
import { freePlace } from '../claiming/free-place.ts';
import { takePlace, takeTime } from '../claiming/take.ts';
import { releaseHoldClaims } from '../claiming/release.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { occupiedBy } from '../slots/occupied.ts';
import { sessionAt, sessionRules } from '../slots/session-rules.ts';
import type { UseCase } from '../ports/use-case.ts';
import { countPicked, type CountVisitNeeds } from '../hour-counts/count-visit.ts';
import { announceHold, type AnnounceHoldNeeds } from '../feed/announce-hold.ts';
import { claimsOfHold, expiryOf } from './find-hold.ts';
import { HOLD_LENGTH, holdView } from './hold-view.ts';

export type HoldUnderIdNeeds = Pick<Core, 'newId' | 'pause' | 'coaches' | 'ledgers' | 'visits'> &
  AnnounceHoldNeeds &
  CountVisitNeeds &
  GuestNeeds &
  RecordVisitorHoldNeeds;

type CreateHoldNeeds = HoldUnderIdNeeds & Pick<Core, 'idempotency'>;

/** Records the hold of a visitor, or releases all of it. Throws HOLD_LIMIT. */
const keptOrGivenBack = async (
  core: HoldUnderIdNeeds,
  context: Context,
  guest: Guest,
  request: HoldRequest,
): Promise<void> => {
  try {
    await recordVisitorHold(core, context, guest, request);
  } catch (error) {
    await releaseHoldClaims(core, request.grant.holdId, request.grant.ledgers);
    throw error;
  }
};

/**
 * Holds a slot of a coach under an id, which is asked for once the coach takes bookings. Where the id is not fresh and
 * has its hold, returns that. Throws what `createHold` throws.
 */
export async function holdUnderId(
  core: HoldUnderIdNeeds,
  context: Context,
  input: InputOf<'createHold'>,
  identityOf: () => Promise<Pick<Identity, 'id' | 'isFresh'>>,
): Promise<components['schemas']['Hold']> {
  const { coachId, serviceId, start: startText } = input;
  const start = instantOf(startText);
  const { head } = await readCoach(core, context, coachId);
  checkActive(head);
  const { rules } = sessionRules(head, { serviceId });
  const session = sessionAt(start, rules);
  const identity = await identityOf();
  const scope = scopeOf(context);
  const owner = { kind: 'hold', id: identity.id } as const;
  const placesId = placesLedger(coachId);
  const dayIds = ledgersOf(coachId, session);
  const ledgers = [...dayIds, placesId];
  const grant = { ...scope, holdId: owner.id, coachId, serviceId, start, end: session.end, ledgers };
  const earlier = identity.isFresh ? null : await claimsOfHold(core, grant);
  if (earlier) return holdView(core, grant, expiryOf(earlier));

  const guest = await guestOf(core, context);
  if (guest) await refuseBlocked(core, context, guest, coachId);
  const date = guest ? dateOf(head, session) : session;
  const days = utcDays(earliest(date.start, session.paddedStart), latest(date.end, session.paddedEnd));
  const read = await core.ledgers.read(coachId, days);
  const { claims, places } = read;
  const full = () => new Refusal('CAPACITY_FULL', `All ${head.capacity} places of coach ${head.slug} are taken.`);
  // What holds keep is asked for when this one has taken the place of the address's oldest.
  const isFull = (exceptOwners: readonly string[] = []) =>
    head.capacity !== null && countedPlaces(places, context.now, exceptOwners).booked >= head.capacity;
  const givenBack = isFull() ? await expiredAmong(core, places, context.now) : [];
  if (isFull(givenBack)) throw full();
  const search = { head, rules, now: context.now };
  const expired = await expiredAround(core, claims, session, context.now);
  const refusal = ruleRefusal(core, search, occupiedBy(claims, context.now, [owner.id, ...expired]), start);
  if (refusal) throw await refusalWithSuggestions(core, refusal, search, start);

  const expiresAt = plus(context.now, HOLD_LENGTH);
  const request = { head, read, session, grant, expiresAt };
  if (context.dryRun) {
    if (guest) await recordVisitorHold(core, context, guest, request);
    freePlace(places, { capacity: head.capacity }, { now: context.now, alsoOwn: givenBack });
  } else {
    const refs = [{ id: claimIdOf(owner.id, session), ledgers: dayIds }];
    const taken = await takeTime(core, { scope, refs, owner, session, expiresAt, alsoOwn: [], now: context.now });
    if (taken.refusedBy !== null) {
      for (const ref of taken.refs) await releaseHoldClaims(core, owner.id, ref.ledgers);
      throw await refusalWithSuggestions(core, 'SLOT_TAKEN', search, start);
    }
    if (guest) await keptOrGivenBack(core, context, guest, request);
    // A hold takes a place too, so that no one fills in a form for one that is gone. R3.
    const wanted = { owner, claimId: placeClaimIdOf(owner.id), until: session.end, expiresAt };
    const place = await takePlace(core, scope, coachId, wanted, { capacity: head.capacity }, { now: context.now });
    if (typeof place !== 'number') {
      await releaseHoldClaims(core, owner.id, ledgers);
      if (guest) await core.visitorHolds.remove(coachId, owner.id);
      throw full();
    }
    countPicked(core, context, head, start);
    announceHold(core, context, grant, expiresAt);
  }
  return holdView(core, grant, expiresAt);
}

/**
 * Holds a slot for five minutes. A retry with the same idempotency key returns the same hold as long as it exists.
 * Throws the codes of a refused start with suggestions, HOLD_LIMIT, BOOKING_LIMIT, CAPACITY_FULL, COACH_NOT_FOUND,
 * COACH_INACTIVE, SERVICE_NOT_FOUND, IDEMPOTENCY_MISMATCH.
 */
export const createHold: UseCase<'createHold', CreateHoldNeeds> = (core) => async (context, input) => ({
  data: await holdUnderId(core, context, input, async () =>
    context.dryRun ? withoutKey(core.newId) : identify(core, context, 'createHold', input),
  ),
});
