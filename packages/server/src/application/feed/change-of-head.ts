import type { CoachHead } from '../../domain/coach/coach.ts';
import type { DateOverride, TimeOff } from '../../domain/schedule/schedule.ts';
import { spanOf } from '../../domain/schedule/time-off.ts';
import { plus, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { DAY } from '@coach-booking/time/units';
import { startOfDay, zoneOf } from '@coach-booking/time/zone';
import type { Change } from './announce.ts';

/** Returns what only one of the two lists has. */
const difference = <T>(before: readonly T[], after: readonly T[]): T[] => {
  const [old, young] = [before, after].map((list) => new Set(list.map((each) => JSON.stringify(each)))) as [
    Set<string>,
    Set<string>,
  ];
  return [
    ...before.filter((each) => !young.has(JSON.stringify(each))),
    ...after.filter((each) => !old.has(JSON.stringify(each))),
  ];
};

const rangeOfDate = ({ schedule }: CoachHead, { date }: DateOverride): Range<Instant> => {
  const start = startOfDay(zoneOf(schedule.timeZone), date);
  return { start, end: plus(start, DAY) };
};

/**
 * Returns the fields in which two versions of a head differ; a change replaces what it changes, so it compares
 * references.
 */
const changedFields = (before: CoachHead, after: CoachHead): string[] =>
  Object.keys({ ...before, ...after }).filter(
    (name) => name !== 'version' && before[name as keyof CoachHead] !== after[name as keyof CoachHead],
  );

/** Returns the hint for a changed coach: which absence or date, or that anything may be different. */
export function changeOfHead(before: CoachHead, after: CoachHead): Change {
  const fields = changedFields(before, after);
  const only = (name: keyof CoachHead): boolean => fields.length === 1 && fields[0] === name;
  const { id: coachId } = after;
  if (only('timeOff'))
    return { coachId, kind: 'time_off', ranges: difference<TimeOff>(before.timeOff, after.timeOff).map(spanOf) };
  if (only('overrides')) {
    const changed = difference<DateOverride>(before.overrides, after.overrides);
    return { coachId, kind: 'schedule', ranges: changed.map((override) => rangeOfDate(after, override)) };
  }
  return { coachId, kind: 'schedule', ranges: [] };
}
