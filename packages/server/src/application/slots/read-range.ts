import { keepsPlace, takenPlaces } from '../../domain/booking/claim.ts';
import type { Instant } from '@coach-booking/time/instant';
import { expiredForReaders } from '../claiming/expire.ts';
import { readCoach, readVisibleCoach, type KnownCoachRead } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { CoachRead } from '../ports/ledgers.ts';
import type { Core } from '../ports/core.ts';
import { isCoachSide, isCoachSideOf, permitFields } from '../kernel/scope.ts';
import { staffWhoStays } from '../coach-head/team.ts';
import { questionOf, type Search } from './search.ts';
import { occupiedBy } from './occupied.ts';
import { checkIsOf, ownOf, type Own, type OwnNeeds, type OwnRequest } from './own.ts';
import { bookedSession, sessionRules, type SessionRules, type SessionRequest } from './session-rules.ts';
import {
  checkBounds,
  daysAround,
  paddedDays,
  rangeOf,
  widestRange,
  type RangeBounds,
  type InstantRange,
} from '../kernel/slot-range.ts';
import type { SlotQuestion } from '../../domain/slots/slot-question.ts';

export interface RangeRead extends KnownCoachRead, SessionRules {
  readonly range: InstantRange;
  readonly search: Search;
  readonly question: SlotQuestion;
  /**
   * The reason why nothing can be booked at any time: every place is taken, or the coach takes no bookings; null when
   * it can.
   */
  readonly closed: 'capacity' | 'inactive' | null;
}

export type ReadRangeNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers'> & OwnNeeds;

/**
 * An inactive coach takes no bookings from any caller. A booking that moves goes on with its place; one whose session
 * is over has none any more, and is treated as a new one. R1.
 */
const closedFor = (
  { active, capacity }: CoachHead,
  places: CoachRead['places'],
  { owners, booking }: Own,
  now: Instant,
): RangeRead['closed'] => {
  if (!active) return 'inactive';
  const goesOn = booking && places.some((claim) => claim.owner.id === booking.id && keepsPlace(claim, now));
  return capacity !== null && !goesOn && takenPlaces(places, now, owners).length >= capacity ? 'capacity' : null;
};

/** Returns the claims of others in the calendar of the member who runs the moved booking; none without one. */
const staffClaims = async (
  { ledgers }: Pick<Core, 'ledgers'>,
  staffId: string | undefined,
  days: readonly string[],
): Promise<CoachRead['claims']> => (staffId === undefined ? [] : (await ledgers.read(staffId, days)).claims);

/**
 * Reads all that a search for slots needs, in one read of the store; one more for a booking that is to be moved, since
 * its own rules count. Throws COACH_NOT_FOUND, SERVICE_NOT_FOUND, BOOKING_NOT_FOUND, RANGE_INVALID, RANGE_TOO_LONG, and
 * NOT_PERMITTED_FIELD when a visitor with a live key names a length or an interval.
 */
export async function readRange(
  core: ReadRangeNeeds,
  context: Context,
  input: RangeBounds & SessionRequest & OwnRequest & { readonly coach: string },
): Promise<RangeRead> {
  const { coach, duration, slotInterval } = input;
  const fields = { duration, slotInterval };
  const isTest = context.caller.mode === 'test';
  // A visitor is refused before anything is read; a coach is a visitor at another coach.
  permitFields(isTest || isCoachSide(context), fields);
  checkBounds(input);
  const own = await ownOf(core, context, input);
  let days: readonly string[] = [];
  // The holder of a booking may see its coach, also one whom visitors do not see now.
  const readSeen = own.booking ? readCoach : readVisibleCoach;
  const read = await readSeen(
    core,
    context,
    coach,
    (seen) => (days = paddedDays(seen ? rangeOf(input, seen) : widestRange(input))),
  );
  const { head } = read;
  checkIsOf(head, own);
  permitFields(isTest || isCoachSideOf(context, head.id), fields);
  const session = own.booking ? bookedSession(head, own.booking, input) : sessionRules(head, input);
  return rangeOfCoach(core, context, read, { days, session, range: rangeOf(input, head), own });
}

/** The search for slots of a coach who is read. */
export interface RangeSearch {
  /** The UTC days of whose ledgers the coach was read. */
  readonly days: readonly string[];
  readonly session: SessionRules;
  readonly range: InstantRange;
  readonly own?: Own;
}

/** The same of a coach who was read before: reads again only what the days then did not have. */
export async function rangeOfCoach(
  core: ReadRangeNeeds,
  context: Context,
  read: KnownCoachRead,
  { days, session, range, own = { owners: [] } }: RangeSearch,
): Promise<RangeRead> {
  const { head } = read;
  const needed = daysAround(range, session.rules);
  const isCovered = needed.every((day) => days.includes(day));
  const { claims } = isCovered ? read : await core.ledgers.read(head.id, needed);
  const staffId = staffWhoStays(head, own.booking);
  const taken = [...claims, ...(await staffClaims(core, staffId, needed))];
  const expired = await expiredForReaders(core, context, [...taken, ...read.places]);
  const places = read.places.filter(({ owner }) => !expired.includes(owner.id));
  const exceptOwners = [...own.owners, ...expired];
  const search = { head, rules: session.rules, now: context.now, exceptOwners, staffId };
  const question = questionOf(core, search, occupiedBy(taken, context.now, exceptOwners), range);
  const closed = closedFor(head, places, own, context.now);
  return { ...session, head, claims, places, range, search, question, closed };
}
