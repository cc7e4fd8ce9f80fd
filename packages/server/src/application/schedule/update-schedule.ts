import { scheduleVersionOf, type CoachHead } from '../../domain/coach/coach.ts';
import type { Schedule } from '../../domain/schedule/schedule.ts';
import type { components } from '@coach-booking/contract/types';
import { buildSchedule, changedSchedule } from '../coach-head/build-schedule.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { readCalendarsAgain } from '../coach-head/read-calendars-again.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { conflictsOf, type ConflictsNeeds } from './conflicts.ts';
import { checkScheduleVersion, type ScheduleExpectation } from './expected-version.ts';
import { scheduleView } from './schedule-view.ts';

type UpdateScheduleNeeds = ChangeHeadNeeds & ConflictsNeeds & Pick<Core, 'calendarSources'>;

interface ScheduleWrite extends ScheduleExpectation {
  readonly coach: string;
  readonly made: (head: CoachHead) => Schedule;
}

/** Whether other calendars are read otherwise by this schedule: their days, and how far ahead they are read. */
const readsOtherwise = (before: Schedule, after: Schedule): boolean =>
  before.timeZone !== after.timeZone || before.bookingWindow !== after.bookingWindow;

const write = async (
  core: UpdateScheduleNeeds,
  context: Context,
  { coach, made, ...expected }: ScheduleWrite,
): Promise<{ data: components['schemas']['ScheduleView'] }> => {
  let isReadOtherwise = false;
  const { head } = await changeHead(core, context, coach, (read) => {
    checkScheduleVersion(read, expected);
    const schedule = made(read);
    isReadOtherwise = readsOtherwise(read.schedule, schedule);
    const isReminding = JSON.stringify(schedule.reminders) === JSON.stringify(read.schedule.reminders);
    return {
      schedule,
      scheduleVersion: scheduleVersionOf(read) + 1,
      // Bookings made before get reminders by the new rules, too. R45.
      ...(!isReminding && { remindersSince: context.now }),
    };
  });
  if (isReadOtherwise && !context.dryRun) core.background.add(readCalendarsAgain(core, head.id, context.now));
  return { data: scheduleView(head, await conflictsOf(core, context, head)) };
};

/**
 * Replaces the schedule; date overrides, time off and bookings stay. Throws COACH_NOT_FOUND, SCHEDULE_INVALID,
 * VERSION_CONFLICT.
 */
export const updateSchedule: UseCase<'updateSchedule', UpdateScheduleNeeds> =
  (core) =>
  async (context, { coach, scheduleVersion, ifMatch, ...given }) => {
    const schedule = buildSchedule(given);
    return write(core, context, { coach, scheduleVersion, ifMatch, made: () => schedule });
  };

/**
 * Changes what is given of the schedule; all else stays. Throws COACH_NOT_FOUND, SCHEDULE_INVALID, VERSION_CONFLICT.
 */
export const patchSchedule: UseCase<'patchSchedule', UpdateScheduleNeeds> =
  (core) =>
  async (context, { coach, scheduleVersion, ifMatch, ...given }) =>
    write(core, context, { coach, scheduleVersion, ifMatch, made: ({ schedule }) => changedSchedule(schedule, given) });
