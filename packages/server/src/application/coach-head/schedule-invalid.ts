import type { ScheduleProblem } from '../../domain/schedule/check-schedule.ts';
import { Refusal } from '../kernel/refusal.ts';

/** Well-formed hours or absences that cannot be; names all that is wrong with them. */
export function scheduleInvalid(problems: readonly ScheduleProblem[]): Refusal {
  return new Refusal('SCHEDULE_INVALID', problems.map(({ path, message }) => `${path}: ${message}`).join(' '), {
    problems: problems.map(({ path, message }) => ({ path, message })),
  });
}
