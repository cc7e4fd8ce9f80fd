import type { CalendarFlowState } from '@coach-booking/sdk';
import type { GridContext } from './grid-context.ts';
import type { Point } from './drag.ts';

/** A reason, with the other calendars that it comes from. */
type Block = Pick<CalendarFlowState['blocked'][number], 'code' | 'calendars'>;

/** Returns why the default session cannot begin at an instant (ms since the epoch), or null when it can. */
export function blockAt({ blocked, days }: Pick<CalendarFlowState, 'blocked' | 'days'>, instant: number): Block | null {
  const holds = ({ start, end }: { start: string; end: string }) =>
    Date.parse(start) <= instant && instant < Date.parse(end);
  const stretch = blocked.find(holds);
  if (stretch) return stretch;
  if (blocked.length > 0 || days.length === 0) return null;
  if (days.some(({ breaks }) => breaks.some(holds))) return { code: 'break' };
  return days.some(({ workingHours }) => workingHours.some(holds)) ? null : { code: 'outside_hours' };
}

/** Returns the time off at an instant (ms since the epoch), if there is one. */
export function timeOffAt(
  { timeOff }: Pick<CalendarFlowState, 'timeOff'>,
  instant: number,
): CalendarFlowState['timeOff'][number] | undefined {
  return timeOff.find(({ start, end }) => Date.parse(start) <= instant && instant < Date.parse(end));
}

/**
 * Returns in words why nothing can be booked at a point of the grid; empty when something can. Time off adds its
 * reason, and another calendar its name.
 */
export function blockReason(
  { state, view, clock }: Pick<GridContext, 'state' | 'view' | 'clock'>,
  { date, minute }: Point,
): string {
  const instant = clock.instantAt(date, minute);
  const away = timeOffAt(state, instant);
  const block: Block | null = away ? { code: 'time_off' } : blockAt(state, instant);
  if (!block) return '';
  const phrase = view.say(`why_${block.code}`);
  const more = away ? (away.title ?? away.reason) : block.calendars?.map(({ name }) => name).join(', ');
  return more ? `${phrase}: ${more}` : phrase;
}
