import type { Booking } from '../../domain/booking/booking.ts';
import { claimIdOf, placeClaimIdOf, placesLedger, timeRefs, type ClaimRef } from '../../domain/booking/claim.ts';
import { MAX_PLACES, type CoachHead } from '../../domain/coach/coach.ts';
import { refusalOfUse, type Incentive, type IncentiveUse } from '../../domain/incentive/incentive.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { reachesCoach } from '../access/owns.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { announce, changeOfBooking } from '../feed/announce.ts';
import { giveUp, releaseUnused, type GiveUpNeeds } from '../claiming/give-up.ts';
import { releaseHoldClaims, settleClaims } from '../claiming/release.ts';
import { incentiveRef, takeIncentive, takePlace, takeTime } from '../claiming/take.ts';
import { Refusal, type ErrorCode } from '../kernel/refusal.ts';
import type { HoldGrant } from '../ports/tokens.ts';
import type { AskedOfNeeds } from '../intake/asked-of.ts';
import { bookedIntake } from '../intake/booked-intake.ts';
import { incentiveFor, type IncentiveForNeeds } from '../incentives/incentive-for.ts';
import { incentiveRefused } from '../incentives/refused.ts';
import { isCoachSide, isInScope, scopeOf } from '../kernel/scope.ts';
import { isToProve } from '../guests/is-to-prove.ts';
import { countBooking, type CountBookingNeeds } from '../guests/count-booking.ts';
import { bookedAttendee } from './attendee.ts';
import type { BookingRequest } from './booking-request.ts';
import { buildBooking } from './build-booking.ts';
import { codeOfRefusal } from './claims-of-booking.ts';
import type { PlaceRequest } from '../ports/ledgers.ts';
import { haveSameClaims, draftOrRefusal, searchOf, type Draft } from '../slots/draft.ts';
import { refuseBusyElsewhere, type BusyElsewhereNeeds } from '../slots/busy-elsewhere.ts';
import { ruleRefusal } from '../slots/rule-refusal.ts';
import { refusalOfStart, startFacts, withWarnings, type Warning } from '../slots/warnings.ts';

export type BookUnderIdNeeds = Pick<
  Core,
  'newId' | 'tokens' | 'pause' | 'background' | 'cachedPartner' | 'coaches' | 'bookings' | 'visitorHolds' | 'visits'
> &
  BusyElsewhereNeeds &
  CountBookingNeeds &
  IncentiveForNeeds &
  AskedOfNeeds &
  GiveUpNeeds;

/** A start that the rules refuse. */
interface RefusedDraft {
  readonly draft: Draft;
  readonly code: ErrorCode;
}

interface ClaimOutcome {
  readonly refs: readonly ClaimRef[];
  readonly place?: number;
  /** All were taken, and the coach side went on. */
  readonly isOverCapacity?: boolean;
  readonly refusal: ErrorCode | null;
  /** It was for the place, so that no other time helps. */
  readonly isFull?: boolean;
}

/** Returns the use of an incentive that a booking would make. */
export function incentiveUse({ context, attendee }: BookingRequest, { head, service }: Draft): IncentiveUse {
  const { email } = attendee.contact;
  return {
    coachId: head.id,
    emailKey: email && emailKeyOf(email),
    serviceId: service?.id,
    price: service?.price,
    now: context.now,
  };
}

const ruleRefusalOf = (core: Pick<Core, 'cache'>, context: Context, draft: Draft): ErrorCode | null =>
  draft.session ? ruleRefusal(core, searchOf(draft, context), [], draft.session.start) : null;

/** Returns the draft when the rules allow it, else the reason why they do not. */
const allowedDraft = (
  core: Pick<Core, 'cache'>,
  { context, input }: BookingRequest,
  head: CoachHead,
): Draft | Refusal | RefusedDraft => {
  const draft = draftOrRefusal(head, input);
  if (draft instanceof Refusal) return draft;
  const code = input.override ? null : ruleRefusalOf(core, context, draft);
  return code === null ? draft : { draft, code };
};

const isAllowed = (outcome: Draft | Refusal | RefusedDraft): outcome is Draft => 'rules' in outcome;

const refuse = async (
  core: Pick<Core, 'cache' | 'ledgers' | 'bookings'>,
  context: Context,
  draft: Draft,
  code: ErrorCode,
  isFull = false,
): Promise<never> => {
  if (code === 'INCENTIVE_REFUSED') throw incentiveRefused('used');
  const { head, session } = draft;
  if (session && !isFull) throw await refusalOfStart(core, context, code, searchOf(draft, context), session);
  const full = new Refusal(code, `Coach ${head.slug} has no such place free.`);
  throw session && isCoachSide(context) ? await withWarnings(core, full, searchOf(draft, context), session) : full;
};

/** Of a hold whose token names a claim there. */
const isGoneFrom = async ({ ledgers }: Pick<Core, 'ledgers'>, hold: HoldGrant, ledgerId: string): Promise<boolean> =>
  hold.ledgers.includes(ledgerId) &&
  !(await ledgers.claimsOf(ledgerId)).some(({ owner }) => owner.kind === 'hold' && owner.id === hold.holdId);

/** Claims the time, of the coach and of the member of staff who runs it, and then the place. */
const takeTimeAndPlace = async (
  core: BookUnderIdNeeds,
  { context, hold, input }: BookingRequest,
  id: string,
  draft: Draft,
): Promise<ClaimOutcome> => {
  const scope = scopeOf(context);
  const owner = { kind: 'booking', id } as const;
  const { head, session, staffId, place: placeRequest } = draft;
  const refs: ClaimRef[] = [];
  const terms = { alsoOwn: hold ? [hold.holdId] : [], now: context.now };
  // The owner of a hold gets its own code when the time or place went to another since. R3.
  const refusalBy = async (ledgerId: string, code: ErrorCode): Promise<ErrorCode> =>
    hold && (await isGoneFrom(core, hold, ledgerId)) ? 'HOLD_GONE' : code;
  if (session) {
    const wanted = timeRefs(claimIdOf(id, session), { coachId: head.id, staffId }, session);
    const mayTouchBuffers = input.override === true;
    const taken = await takeTime(core, { scope, refs: wanted, owner, session, ...terms, mayTouchBuffers });
    refs.push(...taken.refs);
    if (taken.refusedBy !== null)
      return { refs, refusal: await refusalBy(taken.refusedBy, codeOfRefusal(taken.refusedBy, staffId)) };
  }
  // A place is for a session to come, so one that the coach side books behind now takes none (R17).
  if (session && session.start <= context.now) return { refs, refusal: null };
  const [claimId, until] = [placeClaimIdOf(id), session?.end ?? null];
  const placeOf = (request: PlaceRequest) => takePlace(core, scope, head.id, { owner, claimId, until }, request, terms);
  const asked = await placeOf(placeRequest);
  // The coach side goes beyond the capacity, to the lowest number above.
  const isOverCapacity = asked === 'CAPACITY_FULL' && input.override === true && placeRequest.place === undefined;
  const place = isOverCapacity ? await placeOf({ capacity: MAX_PLACES }) : asked;
  if (typeof place !== 'number') return { refs, refusal: await refusalBy(placesLedger(head.id), place), isFull: true };
  const placeRef = { id: claimId, ledgers: [placesLedger(head.id)] };
  return { refs: [...refs, placeRef], place, isOverCapacity, refusal: null };
};

/** Claims time and place, and then the one use of the incentive. R27. */
const takeAll = async (
  core: BookUnderIdNeeds,
  request: BookingRequest,
  id: string,
  draft: Draft,
  incentive: Incentive | null,
): Promise<ClaimOutcome> => {
  const taken = await takeTimeAndPlace(core, request, id, draft);
  if (taken.refusal || !incentive) return taken;
  const { context } = request;
  const owner = { kind: 'booking', id } as const;
  const isTaken = await takeIncentive(core, scopeOf(context), incentive.id, owner, context.now);
  if (!isTaken) return { ...taken, refusal: 'INCENTIVE_REFUSED' };
  return { ...taken, refs: [...taken.refs, incentiveRef(incentive.id, id)] };
};

/** Reads an incentive that is claimed once more: from now on it is not taken back unnoticed. */
const refusalOfClaimed = async (
  { incentives }: Pick<Core, 'incentives'>,
  request: BookingRequest,
  draft: Draft,
  { id }: Incentive,
): Promise<Refusal | null> => {
  const reason = refusalOfUse(await incentives.byCode(scopeOf(request.context), id), incentiveUse(request, draft));
  return reason && incentiveRefused(reason);
};

/**
 * Returns the warnings that the coach side overrode, for the history. Read once the time is claimed, so that of two
 * sessions closer than their buffers the later one is marked.
 */
const overriddenBy = async (
  core: Pick<Core, 'cache' | 'ledgers' | 'bookings'>,
  { context, input, hold }: BookingRequest,
  id: string,
  draft: Draft,
  isOverCapacity = false,
): Promise<readonly Warning[]> => {
  if (!input.override) return [];
  const owners = hold ? [id, hold.holdId] : [id];
  const { session } = draft;
  const facts = session ? await startFacts(core, searchOf(draft, context, owners), session, false) : null;
  return [...(facts?.warnings ?? []), ...(isOverCapacity ? (['capacity'] as const) : [])];
};

/**
 * Checks the rules before anything is claimed. A refusal may come from a head that is out of date, so it is checked
 * again on a fresh one; an allowed start is checked again once its time is claimed.
 */
const precheck = async (
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  request: BookingRequest,
): Promise<Draft | Refusal | RefusedDraft> => {
  const { context, input } = request;
  const seen = core.cache.lastSeen(input.coachId);
  const outcome =
    seen && isInScope(context, seen) && reachesCoach(context, seen.id) ? allowedDraft(core, request, seen) : null;
  if (outcome && isAllowed(outcome)) return outcome;
  return allowedDraft(core, request, (await readCoach(core, context, input.coachId)).head);
};

const throwRefused = async (
  core: Pick<Core, 'cache' | 'ledgers' | 'bookings'>,
  context: Context,
  outcome: Refusal | RefusedDraft,
): Promise<never> => {
  if (outcome instanceof Refusal) throw outcome;
  return refuse(core, context, outcome.draft, outcome.code);
};

/**
 * Books under one booking id: claim → check → record → settle. Every refusal after a claim gives the id up first.
 * Returns null when the coach's rules changed so that the claims no longer fit, or when the sweeper voided the id
 * meanwhile: the caller tries again under another id.
 */
export async function bookUnderId(
  core: BookUnderIdNeeds,
  request: BookingRequest,
  id: string,
): Promise<Booking | null> {
  const { context, input, attendee, hold, guest } = request;
  const scope = scopeOf(context);
  const draft = await precheck(core, request);
  if (!isAllowed(draft)) return throwRefused(core, context, draft);
  if (draft.session && !input.override)
    await refuseBusyElsewhere(core, context, searchOf(draft, context), draft.service, draft.session);

  const intake = await bookedIntake(core, context, input.intake, draft.head.id, draft.service);
  const code = input.incentiveCode;
  const incentive = code === undefined ? null : await incentiveFor(core, context, code, incentiveUse(request, draft));
  const { refs, place, isOverCapacity, refusal, isFull } = await takeAll(core, request, id, draft, incentive);
  if (refusal) {
    const existing = await giveUp(core, scope, id, refs);
    if (!existing && hold && refusal === 'HOLD_GONE') await releaseHoldClaims(core, hold.holdId, hold.ledgers);
    return existing ?? refuse(core, context, draft, refusal, isFull);
  }

  const checked = allowedDraft(core, request, (await readCoach(core, context, input.coachId)).head);
  const fits = isAllowed(checked) && haveSameClaims(checked, draft);
  if (!fits) {
    const existing = await giveUp(core, scope, id, refs);
    return existing || isAllowed(checked) ? existing : throwRefused(core, context, checked);
  }

  const ended = incentive && (await refusalOfClaimed(core, request, checked, incentive));
  if (ended) {
    const existing = await giveUp(core, scope, id, refs);
    if (existing) return existing;
    throw ended;
  }

  const over = guest && (await countBooking(core, context, guest, { id, coachId: checked.head.id, attendee }));
  if (over) {
    const existing = await giveUp(core, scope, id, refs);
    if (existing) return existing;
    throw over;
  }
  const booking = buildBooking(core, context, input, {
    id,
    draft: checked,
    claims: refs,
    attendee: await bookedAttendee(core, request, { coachId: checked.head.id, bookingId: id }),
    attendeeZone: attendee.contact.timeZone,
    placeNumber: checked.head.capacity === null ? undefined : place,
    overridden: await overriddenBy(core, request, id, checked, isOverCapacity),
    isToProve: await isToProve(core, context, checked.service),
    incentive,
    intake,
  });
  if ((await core.bookings.insert(booking)) === 'exists') {
    // A request with the same key was faster; or the sweeper voided the id, and the time may be free.
    const existing = await releaseUnused(core, id, refs);
    if (guest && !existing) await core.visits.forget([id]);
    return existing;
  }
  const leftOver = hold
    ? hold.ledgers.filter((ledgerId) => ![...checked.ledgers, placesLedger(checked.head.id)].includes(ledgerId))
    : [];
  core.background.add(settleClaims(core, refs).then(() => hold && releaseHoldClaims(core, hold.holdId, leftOver)));
  if (hold && guest) core.background.add(core.visitorHolds.remove(hold.coachId, hold.holdId));
  // Watchers see an unproven booking as no more than a hold. R14.
  const kind = booking.unproven ? 'hold' : 'booking';
  announce(core, { ...changeOfBooking(booking), kind, holdId: hold?.holdId });
  return booking;
}
