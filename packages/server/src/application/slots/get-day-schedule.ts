import { workingHoursOn } from '../../domain/availability/working-hours.ts';
import { isPlainDate } from '@coach-booking/time/plain-date';
import { rangeText } from '../kernel/instants.ts';
import { refuseInput } from '../kernel/scope.ts';
import { checkShownZone, zonesView } from '../kernel/zones-view.ts';
import type { UseCase } from '../ports/use-case.ts';
import { readRange, type ReadRangeNeeds } from './read-range.ts';
import { statusesOf } from './statuses.ts';

/**
 * Returns every start on the grid of one date with its status. For a full or inactive coach none is available. Throws
 * what `readRange` throws.
 */
export const getDaySchedule: UseCase<'getDaySchedule', ReadRangeNeeds> = (core) => async (context, input) => {
  const { date } = input;
  if (!isPlainDate(date)) refuseInput('date', 'Must be a date.');
  checkShownZone(input.timeZone);
  const read = await readRange(core, context, { ...input, from: date, to: date });
  const { head, question } = read;
  const slots = statusesOf(read);
  const count = (wanted: string) => slots.filter(({ status }) => status === wanted).length;
  return {
    data: {
      date,
      timeZone: head.schedule.timeZone,
      zones: zonesView(read.range, head.schedule.timeZone, input.timeZone),
      slots,
      workingHours: workingHoursOn(question.plan, date).map(rangeText),
      total: slots.length,
      availableCount: count('available'),
      bookedCount: count('booked'),
    },
  };
};
