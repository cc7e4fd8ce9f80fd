import { MAX_OVERRIDES } from '../../domain/coach/coach.ts';
import { checkSkipped, checkWallRanges } from '../../domain/schedule/check-schedule.ts';
import { isPlainDate } from '@coach-booking/time/plain-date';
import { localOf, zoneOf } from '@coach-booking/time/zone';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { refuseInput } from '../kernel/scope.ts';
import { rangeOf } from '../kernel/slot-range.ts';
import type { UseCase } from '../ports/use-case.ts';
import { bounded, retentionStart } from './bounded.ts';
import { conflictsOf, type ConflictsNeeds } from './conflicts.ts';
import { scheduleInvalid } from '../coach-head/schedule-invalid.ts';

type SetDateOverrideNeeds = ChangeHeadNeeds & ConflictsNeeds;

/**
 * Replaces the working hours of one date; no ranges means closed. Throws COACH_NOT_FOUND, SCHEDULE_INVALID,
 * INVALID_REQUEST, VERSION_CONFLICT.
 */
export const setDateOverride: UseCase<'setDateOverride', SetDateOverrideNeeds> =
  (core) =>
  async (context, { coach, date, ranges }) => {
    if (!isPlainDate(date)) refuseInput('date', 'Must be a date.');
    const problems = checkWallRanges(ranges);
    if (problems.length > 0) throw scheduleInvalid(problems);
    const forgotten = retentionStart(core, context);
    const { head } = await changeHead(core, context, coach, ({ overrides, schedule }) => {
      const zone = zoneOf(schedule.timeZone);
      const skipped = checkSkipped(zone, date, ranges);
      if (skipped.length > 0) throw scheduleInvalid(skipped);
      const oldest = localOf(zone, forgotten).date;
      const others = overrides.filter((other) => other.date !== date && other.date >= oldest);
      return { overrides: bounded([...others, { date, ranges }], MAX_OVERRIDES, 'date') };
    });
    return {
      data: {
        date,
        ranges,
        conflicts: await conflictsOf(core, context, head, rangeOf({ from: date, to: date }, head)),
      },
    };
  };
