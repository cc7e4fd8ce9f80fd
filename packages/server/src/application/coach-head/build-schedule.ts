import { checkSchedule } from '../../domain/schedule/check-schedule.ts';
import { defaultSchedule, type Schedule } from '../../domain/schedule/schedule.ts';
import type { components } from '../../generated/api.ts';
import { present } from '../kernel/present.ts';
import { scheduleInvalid } from './schedule-invalid.ts';

/**
 * A whole schedule: what is absent takes its default, the zone UTC too. `pathOf` says where the caller has what a
 * problem is about. Throws SCHEDULE_INVALID with all that is wrong.
 */
export function buildSchedule(
  given: components['schemas']['ScheduleInput'],
  pathOf: (path: string) => string = (path) => path,
): Schedule {
  // The contract's weekday is any number; it is checked before anybody reads it.
  const schedule = { ...defaultSchedule, ...present(given) } as Schedule;
  const problems = checkSchedule(schedule).map(({ path, message }) => ({ path: pathOf(path), message }));
  if (problems.length > 0) throw scheduleInvalid(problems);
  return schedule;
}
