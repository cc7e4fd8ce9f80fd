import type { CoachHead } from '../../domain/coach/coach.ts';
import type { DateOverride, Schedule, TimeOff } from '../../domain/schedule/schedule.ts';
import { overlaps, type Range } from '@coach-booking/time/range';
import type { components } from '../../generated/api.ts';
import { rangeText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Conflict } from './conflicts.ts';

type Schemas = components['schemas'];

const overrideView = ({ date, ranges }: DateOverride): Schemas['DateOverride'] => ({
  date,
  ranges: ranges.map(({ start, end }) => ({ start, end })),
});

export const overridesView = (overrides: readonly DateOverride[]): Schemas['DateOverride'][] =>
  overrides.map(overrideView).sort((a, b) => (a.date < b.date ? -1 : 1));

export const timeOffView = (timeOff: TimeOff): Schemas['TimeOff'] => ({
  id: timeOff.id,
  ...rangeText(timeOff),
  ...present({ reason: timeOff.reason }),
});

/** The absences that meet a range, by start. */
export const timeOffIn = ({ timeOff }: Pick<CoachHead, 'timeOff'>, range: Range): Schemas['TimeOff'][] =>
  timeOff
    .filter((absence) => overlaps(absence, range))
    .sort((a, b) => a.start - b.start)
    .map(timeOffView);

export const weeklyView = (ranges: Schedule['workingHours']): Schemas['WeeklyRange'][] =>
  ranges.map(({ dayOfWeek, start, end }) => ({ dayOfWeek, start, end }));

export const scheduleView = (head: CoachHead, conflicts: Conflict[]): Schemas['ScheduleView'] => {
  const { reminders, workingHours, breaks, ...rules } = head.schedule;
  return {
    ...rules,
    workingHours: weeklyView(workingHours),
    breaks: weeklyView(breaks),
    reminders: { rules: reminders.rules.map(({ channel, minutesBefore }) => ({ channel, minutesBefore })), followUp: reminders.followUp },
    dateOverrides: overridesView(head.overrides),
    version: head.version,
    conflicts,
  };
};
