import { checkSchedule } from '../../domain/schedule/check-schedule.ts';
import { defaultSchedule, type Schedule } from '../../domain/schedule/schedule.ts';
import type { components } from '../../generated/api.ts';
import { Refusal } from '../refusal.ts';

/** A whole schedule: what is absent takes its default. Throws SCHEDULE_INVALID with all that is wrong. */
export const buildSchedule = (given: components['schemas']['ScheduleInput']): Schedule => {
  const schedule = { ...defaultSchedule, ...given } as Schedule;
  const problems = checkSchedule(schedule);
  if (problems.length > 0) {
    const detail = problems.map(({ path, message }) => `${path}: ${message}`).join(' ');
    throw new Refusal('SCHEDULE_INVALID', detail, { problems: problems.map(({ path, message }) => ({ path, message })) });
  }
  return schedule;
};
