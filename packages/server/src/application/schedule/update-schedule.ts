import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import type { UseCase } from '../ports/use-case.ts';
import { buildSchedule } from '../coach-head/build-schedule.ts';
import { conflictsOf } from './conflicts.ts';
import { scheduleView } from './schedule-view.ts';

type UpdateScheduleNeeds = ChangeHeadNeeds;

/**
 * Replaces the schedule; date overrides, time off and bookings stay. Throws COACH_NOT_FOUND, SCHEDULE_INVALID,
 * VERSION_CONFLICT.
 */
export const updateSchedule: UseCase<'updateSchedule', UpdateScheduleNeeds> =
  (core) =>
  async (context, { coach, ...given }) => {
    const schedule = buildSchedule(given);
    const { head } = await changeHead(core, context, coach, () => ({ schedule }));
    return { data: scheduleView(head, await conflictsOf(core, context, head)) };
  };
