import { utcDays } from '../../domain/booking/claim.ts';
import { DAY } from '@coach-booking/time/units';
import { readVisibleCoach, type KnownCoachRead } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { isCoachSide, isCoachSideOf, permitFields } from '../kernel/scope.ts';
import { questionOf, type Search } from './search.ts';
import { occupiedBy } from './occupied.ts';
import { sessionRules, type SessionRules, type SessionRequest } from './session-rules.ts';
import {
  checkBounds,
  daysAround,
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
  /** Every place is taken, so nothing can be booked at any time. */
  readonly isFull: boolean;
}

/** A day at both sides holds what meets the range, unless sessions or buffers are very long. */
const padded = ({ from, to }: InstantRange): string[] => utcDays(from - DAY, to + DAY);

/**
 * All that a question about slots needs, in one read of the store. Throws COACH_NOT_FOUND, SERVICE_NOT_FOUND,
 * RANGE_INVALID, RANGE_TOO_LONG, and NOT_PERMITTED_FIELD when a visitor with a live key names a length or an interval.
 */
export async function readRange(
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  context: Context,
  input: RangeBounds & SessionRequest & { readonly coach: string },
): Promise<RangeRead> {
  const { coach, duration, slotInterval } = input;
  const fields = { duration, slotInterval };
  const isTest = context.caller.mode === 'test';
  // A visitor is refused before anything is read; to another coach, so is a coach.
  permitFields(isTest || isCoachSide(context), fields);
  checkBounds(input);
  let days: readonly string[] = [];
  const read = await readVisibleCoach(
    core,
    context,
    coach,
    (seen) => (days = padded(seen ? rangeOf(input, seen) : widestRange(input))),
  );
  const { head, places } = read;
  permitFields(isTest || isCoachSideOf(context, head.id), fields);
  const session = sessionRules(head, input);
  const range = rangeOf(input, head);
  const needed = daysAround(range, session.rules);
  const isCovered = needed.every((day) => days.includes(day));
  const { claims } = isCovered ? read : await core.ledgers.read(head.id, needed);
  const search = { head, rules: session.rules, now: context.now };
  const question = questionOf(core, search, occupiedBy(claims, context.now), range);
  return {
    ...read,
    ...session,
    claims,
    range,
    search,
    question,
    isFull: head.capacity !== null && places.length >= head.capacity,
  };
}
