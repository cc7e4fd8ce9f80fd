import { MAX_OVERRIDES } from '../../domain/coach/coach.ts';
import { checkWallRanges } from '../../domain/schedule/check-schedule.ts';
import { isPlainDate } from '../../domain/time/plain-date.ts';
import { localOf, zoneOf } from '../../domain/time/zone.ts';
import { changeHead } from '../coaches/change-head.ts';
import { Refusal } from '../refusal.ts';
import { refuseInput } from '../scope.ts';
import { rangeOf } from '../slots/slot-range.ts';
import type { UseCase } from '../use-case.ts';
import { bounded } from './bounded.ts';
import { conflictsOf } from './conflicts.ts';

/** Replaces the working hours of one date; no ranges means closed. Throws COACH_NOT_FOUND, SCHEDULE_INVALID, INVALID_REQUEST, VERSION_CONFLICT. */
export const setDateOverride: UseCase<'setDateOverride'> =
  (core) =>
  async (context, { coach, date, ranges }) => {
    if (!isPlainDate(date)) refuseInput('date', 'Must be a date.');
    const problems = checkWallRanges(ranges).map(({ path, message }) => ({ path, message }));
    if (problems.length > 0) throw new Refusal('SCHEDULE_INVALID', 'The ranges cannot be used.', { problems });
    const { head } = await changeHead(core, context, coach, ({ overrides, schedule }) => {
      const today = localOf(zoneOf(schedule.timeZone), Math.min(context.now, core.realNow())).date;
      const replaced = [...overrides.filter((other) => other.date !== date), { date, ranges }];
      return { overrides: bounded(replaced, MAX_OVERRIDES, (override) => override.date < today, 'date') };
    });
    return { data: { date, ranges, conflicts: await conflictsOf(core, context, head, rangeOf({ from: date, to: date }, head)) } };
  };
