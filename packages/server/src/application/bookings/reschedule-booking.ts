import type { Booking } from '../../domain/booking/booking.ts';
import { timeRefs, utcDays, type ClaimRef, type Session } from '../../domain/booking/claim.ts';
import { readCoach, type KnownCoachRead } from '../coach-head/read-coach.ts';
import { staffWhoStays } from '../coach-head/team.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Core } from '../ports/core.ts';
import { instantOf } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { expiredAround } from '../claiming/expire.ts';
import { releaseClaims } from '../claiming/release.ts';
import { takeTime } from '../claiming/take.ts';
import { Refusal, type ErrorCode } from '../kernel/refusal.ts';
import { isCoachSide, permitFields, scopeOf } from '../kernel/scope.ts';
import type { Search } from '../slots/search.ts';
import { overlapsRaw } from '../../domain/slots/warnings.ts';
import type { Occupied } from '../../domain/slots/slot-question.ts';
import { occupiedBy } from '../slots/occupied.ts';
import { rulesOfBooked, sessionAt } from '../slots/session-rules.ts';
import type { UseCase } from '../ports/use-case.ts';
import { notifyOf, recordOf } from './booking-event.ts';
import { bookingView, overriddenIn, seenBy } from './booking-view.ts';
import { contactOf } from '../people/contacts.ts';
import { bookedTime } from './build-booking.ts';
import { changeBooking, type BookingAttempt, type ChangeBookingNeeds } from './change-booking.ts';
import { codeOfRefusal, incentiveRefsOf, timeRefsOf } from './claims-of-booking.ts';
import { checkActive } from '../slots/draft.ts';
import { allowedStatus } from './find-booking.ts';
import { recordChange, type RecordChangeNeeds } from './record-change.ts';
import { refuseBusyElsewhere, type BusyElsewhereNeeds } from '../slots/busy-elsewhere.ts';
import { ruleRefusal } from '../slots/rule-refusal.ts';
import { refusalOfStart, startFacts, withWarnings, type Warning } from '../slots/warnings.ts';
import { placeForMove, type PlaceForMove } from './place-for-move.ts';
import { isStaffBusy } from './staff-busy.ts';

export type RescheduleBookingNeeds = JoinUrlNeeds &
  Pick<Core, 'newId' | 'pause' | 'coaches'> &
  BusyElsewhereNeeds &
  ChangeBookingNeeds &
  RecordChangeNeeds;

type RescheduleRequest = Omit<InputOf<'rescheduleBooking'>, 'id'>;

interface Target {
  readonly search: Search;
  readonly session: Session;
  /** The member of staff who still runs it: one who has left the team does not move with it. */
  readonly staffId: string | undefined;
}

/** Returns the new time of the booking by the present rules. */
const targetOf = ({ head }: KnownCoachRead, { now }: Context, booking: Booking, request: RescheduleRequest): Target => {
  const rules = rulesOfBooked(head, { ...booking, duration: request.duration ?? booking.duration });
  const staffId = staffWhoStays(head, booking);
  return {
    search: { head, rules, now, exceptOwners: [booking.id], staffId },
    session: sessionAt(instantOf(request.start), rules),
    staffId,
  };
};

const isThere = ({ time }: Booking, { start, end }: Session): boolean => time?.start === start && time.end === end;

/** The fields of a booking that has moved, with what it claims now. */
const movedFields = (
  booking: Booking,
  { search, session, staffId }: Target,
  status: Booking['status'],
  refs: readonly ClaimRef[],
) => ({
  status,
  time: bookedTime(search.head, session),
  duration: search.rules.duration,
  policy: { ...booking.policy, bufferBefore: search.rules.bufferBefore, bufferAfter: search.rules.bufferAfter },
  claims: refs,
  scheduleVersion: search.head.version,
  ...(staffId === booking.staffId ? {} : { staffId }),
});

const refusalOf = async (
  core: Pick<Core, 'cache' | 'ledgers' | 'bookings'>,
  context: Context,
  { search, session }: Target,
  code: ErrorCode,
) => refusalOfStart(core, context, code, search, session, false);

/** Returns the code of another session at that very time, which alone stops a caller who overrides the rules (R15). */
const takenCode = (occupied: readonly Occupied[], session: Session): 'SLOT_TAKEN' | null =>
  overlapsRaw(occupied, session) ? 'SLOT_TAKEN' : null;

/** Returns the warnings that are overridden, for the history; read once the time is claimed. */
const overriddenBy = async (
  core: Pick<Core, 'cache' | 'ledgers' | 'bookings'>,
  { override }: RescheduleRequest,
  { search, session }: Target,
  { isOverCapacity = false }: PlaceForMove,
): Promise<readonly Warning[]> => {
  if (!override) return [];
  const { warnings } = await startFacts(core, search, session, false);
  return [...warnings, ...(isOverCapacity ? (['capacity'] as const) : [])];
};

/** Asks for the place of the move. A refusal names to the coach side what it may override (R16). */
const placeFor = async (
  core: RescheduleBookingNeeds,
  context: Context,
  booking: Booking,
  read: KnownCoachRead,
  { override, ...target }: Target & Pick<RescheduleRequest, 'override'>,
): Promise<PlaceForMove> =>
  placeForMove(core, context, booking, read, target.session, override).catch(async (error: unknown) => {
    const isFull = error instanceof Refusal && error.code === 'CAPACITY_FULL';
    throw isFull && isCoachSide(context) ? await withWarnings(core, error, target.search, target.session) : error;
  });

/** A request waits for an answer until its start, so that cannot lie behind: it would have expired. R25. */
const checkWaits = ({ now }: Context, { id }: Booking, { start }: RescheduleRequest): void => {
  if (instantOf(start) <= now)
    throw new Refusal('START_IN_PAST', `Booking ${id} is pending: confirm it before it is moved to a time behind now.`);
};

/** Reads the coach with the ledgers of the target, and checks the rules. The booking's own claims do not count. */
const checkTarget = async (
  core: BusyElsewhereNeeds,
  context: Context,
  booking: Booking,
  read: KnownCoachRead,
  request: RescheduleRequest,
): Promise<Target> => {
  checkActive(read.head);
  const target = targetOf(read, context, booking, request);
  if (isThere(booking, target.session)) return target;
  const { staffId, session, search } = target;
  const { override = false } = request;
  const { claims } = await core.ledgers.read(booking.coachId, utcDays(session.paddedStart, session.paddedEnd));
  const expired = await expiredAround(core, claims, session, context.now);
  const occupied = occupiedBy(claims, context.now, [booking.id, ...expired]);
  const code = override ? takenCode(occupied, session) : ruleRefusal(core, search, occupied, session.start);
  if (code && (code !== 'SLOT_TAKEN' || context.dryRun)) throw await refusalOf(core, context, target, code);
  const service = read.head.services.find(({ id }) => id === booking.serviceId);
  if (!override && !code) await refuseBusyElsewhere(core, context, search, service, session);
  const isBusy = async () =>
    staffId !== undefined && (await isStaffBusy(core, context, staffId, session, booking.id, override));
  if (context.dryRun && (await isBusy())) throw await refusalOf(core, context, target, 'STAFF_BUSY');
  return target;
};

/**
 * Claims the new time, checks the rules on the coach as of then, records the move, and only then gives the old time
 * back.
 */
const moveAttempt =
  (core: RescheduleBookingNeeds, context: Context, request: RescheduleRequest): BookingAttempt =>
  async (old) => {
    const read = await readCoach(core, context, old.coachId);
    const status = allowedStatus('reschedule', old, context, read.head.schedule);
    if (status === 'pending') checkWaits(context, old, request);
    const target = await checkTarget(core, context, old, read, request);
    const { session, staffId } = target;
    if (isThere(old, session)) return old;
    const refs = timeRefs(core.newId(), { coachId: old.coachId, staffId }, session);
    const recordWith = (overridden: readonly Warning[]) =>
      recordOf(core, context, old, {
        type: 'rescheduled',
        to: status,
        reason: request.reason,
        moved: session,
        notify: notifyOf(context, request, session.start),
        overridden,
      });
    const fieldsWith = ({ refs: placeRefs, placeNumber }: PlaceForMove) => ({
      ...movedFields(old, target, status, [...placeRefs, ...incentiveRefsOf(old), ...refs]),
      ...present({ placeNumber }),
    });
    if (context.dryRun) {
      const tried = await placeFor(core, context, old, read, { ...target, ...present({ override: request.override }) });
      const { history } = recordWith(await overriddenBy(core, request, target, tried));
      return { ...old, ...fieldsWith(tried), history: [...old.history, history] };
    }

    const owner = { kind: 'booking', id: old.id } as const;
    const taken = await takeTime(core, {
      scope: scopeOf(context),
      refs,
      owner,
      session,
      alsoOwn: [],
      now: context.now,
      mayTouchBuffers: request.override === true,
    });
    const giveBack = () => releaseClaims(core, taken.refs);
    if (taken.refusedBy !== null) {
      await giveBack();
      throw await refusalOf(core, context, target, codeOfRefusal(taken.refusedBy, staffId));
    }
    // Refused for the time, it would have asked for a place in vain. What it asked for and does not use, the sweeper
    // gives back: only that makes a slower writer lose before.
    const wanted = { ...target, ...present({ override: request.override }) };
    const placed = await placeFor(core, context, old, read, wanted).catch(async (error: unknown) => {
      await giveBack();
      throw error;
    });

    const fresh = targetOf(await readCoach(core, context, old.coachId), context, old, request);
    const code = request.override ? null : ruleRefusal(core, fresh.search, [], session.start);
    const isSame =
      JSON.stringify([fresh.session, fresh.staffId]) === JSON.stringify([session, staffId]) &&
      allowedStatus('reschedule', old, context, fresh.search.head.schedule) === status;
    if (code || !isSame) {
      await giveBack();
      if (code) throw await refusalOf(core, context, fresh, code);
      return null;
    }
    const record = recordWith(await overriddenBy(core, request, fresh, placed));
    return recordChange(core, old, {
      change: { set: fieldsWith(placed), ...record },
      claimed: refs,
      ...present({ place: placed.place }),
      givenUp: timeRefsOf(old),
    });
  };

/**
 * Moves a booking, or gives one that has only a place its time. The same time and length again is no change. Moved by
 * an attendee it asks the coach again, where the coach agrees by hand (R19). Throws the codes of a refused start with
 * suggestions, CAPACITY_FULL, STAFF_BUSY when it is free for the coach alone, BOOKING_NOT_FOUND, NOT_ALLOWED_NOW,
 * VERSION_CONFLICT, COACH_INACTIVE, NOT_PERMITTED_FIELD.
 */
export const rescheduleBooking: UseCase<'rescheduleBooking', RescheduleBookingNeeds> =
  (core) => async (context, input) => {
    permitFields(isCoachSide(context), { duration: input.duration, override: input.override });
    const booking = await changeBooking(core, context, input, moveAttempt(core, context, input));
    const view = bookingView(core, seenBy(context, booking), await contactOf(core, booking));
    const tried = context.dryRun && isCoachSide(context) ? { warnings: [] } : {};
    return { data: { ...view, ...tried, ...(input.override ? overriddenIn(booking.history.at(-1)) : {}) } };
  };
