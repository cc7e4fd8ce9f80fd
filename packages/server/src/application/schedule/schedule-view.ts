import { scheduleVersionOf, type CoachHead } from '../../domain/coach/coach.ts';
import type { DateOverride, Schedule, TimeOff, TimeOffRepeat } from '../../domain/schedule/schedule.ts';
import { occurrencesIn } from '../../domain/schedule/time-off.ts';
import type { Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import type { components } from '@coach-booking/contract/types';
import { instantText, rangeText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Conflict } from './conflicts.ts';

type Schemas = components['schemas'];

const overrideView = ({ date, ranges }: DateOverride): Schemas['DateOverride'] => ({
  date,
  ranges: ranges.map(({ start, end }) => ({ start, end })),
});

export function overridesView(overrides: readonly DateOverride[]): Schemas['DateOverride'][] {
  return overrides.map(overrideView).sort((a, b) => (a.date < b.date ? -1 : 1));
}

export function timeOffView(timeOff: TimeOff): Schemas['TimeOff'] {
  return {
    id: timeOff.id,
    ...rangeText(timeOff),
    ...present({
      kind: timeOff.kind,
      reason: timeOff.reason,
      title: timeOff.title,
      repeat: timeOff.repeat && repeatView(timeOff.repeat),
    }),
  };
}

const repeatView = ({ everyWeeks, weekdays, until, except }: TimeOffRepeat): Schemas['TimeOffRepeat'] => ({
  everyWeeks,
  weekdays: [...weekdays],
  until,
  ...(except && { except: [...except] }),
});

/** Returns the first time of an absence that repeats. */
const firstOf = ({ start, end, repeat }: TimeOff): Pick<Schemas['TimeOff'], 'firstStart' | 'firstEnd'> =>
  repeat ? { firstStart: instantText(start), firstEnd: instantText(end) } : {};

/** Returns the absences that overlap a range, by start: each time of one that repeats. */
export function timeOffIn({ timeOff }: Pick<CoachHead, 'timeOff'>, range: Range<Instant>): Schemas['TimeOff'][] {
  return timeOff
    .flatMap((absence) => occurrencesIn(absence, range).map((time) => ({ absence, time })))
    .sort((a, b) => a.time.start - b.time.start)
    .map(({ absence, time }) => ({ ...timeOffView(absence), ...rangeText(time), ...firstOf(absence) }));
}

export function weeklyView(ranges: Schedule['workingHours']): Schemas['WeeklyRange'][] {
  return ranges.map(({ dayOfWeek, start, end }) => ({ dayOfWeek, start, end }));
}

export function scheduleView(head: CoachHead, conflicts: Conflict[]): Schemas['ScheduleView'] {
  const { reminders, workingHours, breaks, ...rules } = head.schedule;
  return {
    ...rules,
    workingHours: weeklyView(workingHours),
    breaks: weeklyView(breaks),
    reminders: {
      rules: reminders.rules.map(({ channel, minutesBefore }) => ({ channel, minutesBefore })),
      followUp: reminders.followUp,
    },
    dateOverrides: overridesView(head.overrides),
    version: head.version,
    scheduleVersion: scheduleVersionOf(head),
    conflicts,
  };
}
