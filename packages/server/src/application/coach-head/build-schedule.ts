import { checkSchedule } from '../../domain/schedule/check-schedule.ts';
import { defaultSchedule, type Schedule } from '../../domain/schedule/schedule.ts';
import type { components } from '@coach-booking/contract/types';
import { present } from '../kernel/present.ts';
import { scheduleInvalid } from './schedule-invalid.ts';

type Given = components['schemas']['ScheduleInput'];

/**
 * A schedule with what is given in the place of what was. `pathOf` returns where the caller has what a problem is
 * about. Throws SCHEDULE_INVALID with all that is wrong.
 */
export function changedSchedule(
  before: Schedule,
  given: Given,
  pathOf: (path: string) => string = (path) => path,
): Schedule {
  // The contract's weekday is any number; it is checked before it is used.
  const schedule = { ...before, ...present(given) } as Schedule;
  const problems = checkSchedule(schedule).map(({ path, message }) => ({ path: pathOf(path), message }));
  if (problems.length > 0) throw scheduleInvalid(problems);
  return schedule;
}

/** A whole schedule: what is absent takes its default, the zone UTC too. Throws SCHEDULE_INVALID. */
export function buildSchedule(given: Given, pathOf?: (path: string) => string): Schedule {
  return changedSchedule(defaultSchedule, given, pathOf);
}
