import type { Booking } from '../../domain/booking/booking.ts';
import { ledgersOf, placesLedger, utcDays, type ClaimRef, type Session } from '../../domain/booking/claim.ts';
import { readCoach, type KnownCoachRead } from '../coaches/read-coach.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import { instantOf } from '../instants.ts';
import { releaseClaims, releaseNamed, settleClaims } from '../protocol/release.ts';
import { takeTime } from '../protocol/take.ts';
import type { ErrorCode } from '../refusal.ts';
import { isCoachSide, permitFields, scopeOf } from '../scope.ts';
import type { Search } from '../slots/ask.ts';
import { occupiedBy } from '../slots/occupied.ts';
import { rulesOfBooked, sessionAt } from '../slots/session-rules.ts';
import type { UseCase } from '../use-case.ts';
import { recordOf } from './booking-event.ts';
import { bookingView, contactOf } from './booking-view.ts';
import { bookedTime } from './build-booking.ts';
import { changeBooking, type BookingAttempt } from './change-booking.ts';
import { checkActive } from './draft.ts';
import { allowedStatus } from './find-booking.ts';
import { refusalWithSuggestions, ruleRefusal } from './rule-refusal.ts';

type Wish = Omit<InputOf<'rescheduleBooking'>, 'id'>;

interface Target {
  readonly search: Search;
  readonly session: Session;
}

/** Where the booking would go by the rules as they are now. */
const targetOf = ({ head }: KnownCoachRead, { now }: Context, booking: Booking, wish: Wish): Target => {
  const rules = rulesOfBooked(head, { ...booking, duration: wish.duration ?? booking.duration });
  return { search: { head, rules, now, exceptOwners: [booking.id] }, session: sessionAt(instantOf(wish.start), rules) };
};

const isThere = ({ time }: Booking, { start, end }: Session): boolean => time?.start === start && time.end === end;

/** The fields of a booking that has moved; of its claims only the place stays. */
const movedFields = (booking: Booking, { search, session }: Target, status: Booking['status'], claim: ClaimRef) => ({
  status,
  time: bookedTime(search.head, session),
  duration: search.rules.duration,
  claims: [...placesOf(booking), claim],
  scheduleVersion: search.head.version,
});

const isPlace = ({ coachId }: Booking, { ledgers }: ClaimRef): boolean => ledgers.includes(placesLedger(coachId));
const placesOf = (booking: Booking): ClaimRef[] => booking.claims.filter((ref) => isPlace(booking, ref));
const timesOf = (booking: Booking): ClaimRef[] => booking.claims.filter((ref) => !isPlace(booking, ref));

const refusalOf = async (core: Core, { search, session }: Target, code: ErrorCode) =>
  refusalWithSuggestions(core, code, search, session.start);

/** Reads the coach with the ledgers of the target; what the booking itself has taken is not in its way. */
const checkTarget = async (core: Core, context: Context, booking: Booking, wish: Wish): Promise<Target> => {
  const read = await readCoach(core, context, booking.coachId);
  checkActive(read.head);
  const target = targetOf(read, context, booking, wish);
  if (isThere(booking, target.session)) return target;
  const { claims } = await core.ledgers.read(booking.coachId, utcDays(target.session.paddedStart, target.session.paddedEnd));
  const code = ruleRefusal(core, target.search, occupiedBy(claims, context.now, [booking.id]), target.session.start);
  if (code && code !== 'SLOT_TAKEN') throw await refusalOf(core, target, code);
  if (code && context.dryRun) throw await refusalOf(core, target, code);
  return target;
};

/** Claims the new time, checks the rules on the coach as he is then, records the move, and only then gives the old time back. */
const moveAttempt =
  (core: Core, context: Context, wish: Wish): BookingAttempt =>
  async (old) => {
    const status = allowedStatus('reschedule', old, context.now);
    const target = await checkTarget(core, context, old, wish);
    const { session } = target;
    if (isThere(old, session)) return old;
    const claimId = core.newId();
    const ledgers = ledgersOf(old.coachId, session);
    const claim = { id: claimId, ledgers };
    const fields = movedFields(old, target, status, claim);
    const record = recordOf(core, context, old, {
      type: 'rescheduled',
      to: status,
      reason: wish.reason,
      newStart: session.start,
      notify: wish.notify,
    });
    if (context.dryRun) return { ...old, ...fields, history: [...old.history, record.history] };

    const owner = { kind: 'booking', id: old.id } as const;
    const taken = await takeTime(core, { scope: scopeOf(context), ledgers, owner, claimId, session, alsoOwn: [], now: context.now });
    const giveBack = () => releaseClaims(core, [{ id: claimId, ledgers: taken }]);
    if (taken.length < ledgers.length) {
      await giveBack();
      throw await refusalOf(core, target, 'SLOT_TAKEN');
    }
    await core.faults.at('move.claimed');

    const fresh = targetOf(await readCoach(core, context, old.coachId), context, old, wish);
    const code = ruleRefusal(core, fresh.search, [], session.start);
    const isSame = JSON.stringify(fresh.session) === JSON.stringify(session);
    if (code || !isSame) {
      await giveBack();
      if (code) throw await refusalOf(core, fresh, code);
      return null;
    }
    const release = { refs: timesOf(old), realNow: core.realNow() };
    const moved = await core.bookings.change(old.id, old.version, { set: fields, release, ...record });
    if (!moved) {
      await giveBack();
      return null;
    }
    await core.faults.at('move.recorded');
    core.background.add(settleClaims(core, [claim]));
    await releaseNamed(core, old.id, release.refs);
    return moved;
  };

/**
 * Moves a booking, or gives one that has only a place its time. The same time and length again is no change. Throws the codes of a refused
 * start with suggestions, BOOKING_NOT_FOUND, NOT_ALLOWED_NOW, VERSION_CONFLICT, COACH_INACTIVE, NOT_PERMITTED_FIELD.
 */
export const rescheduleBooking: UseCase<'rescheduleBooking'> = (core) => async (context, input) => {
  permitFields(isCoachSide(context), { duration: input.duration });
  const booking = await changeBooking(core, context, input, moveAttempt(core, context, input));
  return { data: bookingView(booking, await contactOf(core, booking)) };
};
