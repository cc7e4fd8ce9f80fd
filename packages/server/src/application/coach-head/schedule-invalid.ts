import type { ScheduleProblem } from '../../domain/schedule/check-schedule.ts';
import { Refusal } from '../kernel/refusal.ts';

/** Returns the refusal of well-formed hours or absences that are impossible, with all problems. */
export function scheduleInvalid(problems: readonly ScheduleProblem[]): Refusal {
  return new Refusal('SCHEDULE_INVALID', problems.map(({ path, message }) => `${path}: ${message}`).join(' '), {
    problems: problems.map(({ path, message }) => ({ path, message })),
  });
}
