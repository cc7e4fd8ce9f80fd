import { MAX_TIME_OFF, type CoachHead } from '../../domain/coach/coach.ts';
import type { TimeOff, TimeOffRepeat } from '../../domain/schedule/schedule.ts';
import { MAX_REPEAT_DAYS, MAX_REPEATED, occurrencesOf, spanOf } from '../../domain/schedule/time-off.ts';
import { epochDay, plainDate, type Weekday } from '@coach-booking/time/plain-date';
import { overlaps, type Range } from '@coach-booking/time/range';
import type { Instant } from '@coach-booking/time/instant';
import { localOf, zoneOf } from '@coach-booking/time/zone';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { identify } from '../idempotency/identify.ts';
import type { InputOf } from '../kernel/contract.ts';
import { instantOf } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { UseCase } from '../ports/use-case.ts';
import { bounded, retentionStart } from './bounded.ts';
import { conflictsOf, type Conflict, type ConflictsNeeds } from './conflicts.ts';
import { scheduleInvalid } from '../coach-head/schedule-invalid.ts';
import { timeOffView } from './schedule-view.ts';
import type { Core } from '../ports/core.ts';

type AddTimeOffNeeds = Pick<Core, 'newId' | 'idempotency'> & ChangeHeadNeeds & ConflictsNeeds;

/** Returns how an absence repeats in the coach's zone. Throws SCHEDULE_INVALID. */
const repeatOf = (
  { everyWeeks, weekdays, until, except = [] }: NonNullable<InputOf<'addTimeOff'>['repeat']>,
  start: Instant,
  { schedule: { timeZone } }: CoachHead,
): TimeOffRepeat => {
  const { date, weekday } = localOf(zoneOf(timeZone), start);
  const days = epochDay(plainDate(until)) - epochDay(date);
  const wrong = (path: string, message: string) => scheduleInvalid([{ path: `repeat.${path}`, message }]);
  if (!weekdays.includes(weekday)) throw wrong('weekdays', 'Must have the weekday of the start.');
  if (days < 0) throw wrong('until', 'Must not be before the start.');
  if (days > MAX_REPEAT_DAYS) throw wrong('until', `Must be at most ${MAX_REPEAT_DAYS} days after the start.`);
  if (except.some((one) => one < date || one > until))
    throw wrong('except', 'Must be dates from the start to the last one.');
  const leftOut = [...new Set(except)].sort().map(plainDate);
  const sorted = [...new Set(weekdays)].sort((a, b) => a - b) as Weekday[];
  return {
    everyWeeks,
    weekdays: sorted,
    until: plainDate(until),
    ...(leftOut.length > 0 && { except: leftOut }),
    timeZone,
  };
};

/** Keeps the conflicts that lie in one of the times: between them the coach works as always. */
const inTimes = (conflicts: readonly Conflict[], times: readonly Range<Instant>[]): Conflict[] =>
  conflicts.filter(({ start, end }) =>
    times.some((time) => overlaps(time, { start: instantOf(start), end: instantOf(end) })),
  );

/**
 * Adds an absence, once or repeated; bookings inside it stay. Throws COACH_NOT_FOUND, SCHEDULE_INVALID,
 * IDEMPOTENCY_MISMATCH, VERSION_CONFLICT.
 */
export const addTimeOff: UseCase<'addTimeOff', AddTimeOffNeeds> = (core) => async (context, input) => {
  const { coach, reason, title, kind, repeat } = input;
  const range = { start: instantOf(input.start), end: instantOf(input.end) };
  if (!(range.start < range.end)) throw scheduleInvalid([{ path: 'end', message: 'Must be after the start.' }]);
  const id = context.dryRun ? core.newId() : (await identify(core, context, 'addTimeOff', input)).id;
  const forgotten = retentionStart(core, context);
  const addedTo = (head: CoachHead): TimeOff => ({
    id,
    ...range,
    ...present({ reason, title }),
    ...(kind === 'personal' && { kind }),
    ...(repeat && { repeat: repeatOf(repeat, range.start, head) }),
  });
  const { head } = await changeHead(core, context, coach, (before) => {
    const { timeOff } = before;
    if (timeOff.some((other) => other.id === id)) return null;
    const kept = [...timeOff.filter((other) => spanOf(other).end > forgotten), addedTo(before)];
    bounded(
      kept.filter((other) => other.repeat),
      MAX_REPEATED,
      'repeat',
    );
    return { timeOff: bounded(kept, MAX_TIME_OFF, 'timeOff') };
  });
  const added = head.timeOff.find((other) => other.id === id) ?? addedTo(head);
  const { start: from, end: to } = spanOf(added);
  const conflicts = await conflictsOf(core, context, head, { from, to });
  return {
    data: {
      ...timeOffView(added),
      conflicts: added.repeat ? inTimes(conflicts, occurrencesOf(added)) : conflicts,
    },
  };
};
