import type { BlockCode, CalendarFlowState } from '@coach-booking/sdk';
import type { GridContext } from './grid-context.ts';
import type { Point } from './drag.ts';

/** Returns why the default session cannot begin at an instant (ms since the epoch), or undefined when it can. */
export function blockCodeAt(
  { blocked, days }: Pick<CalendarFlowState, 'blocked' | 'days'>,
  instant: number,
): BlockCode | null {
  const holds = ({ start, end }: { start: string; end: string }) =>
    Date.parse(start) <= instant && instant < Date.parse(end);
  const stretch = blocked.find(holds);
  if (stretch) return stretch.code;
  if (blocked.length > 0 || days.length === 0) return null;
  if (days.some(({ breaks }) => breaks.some(holds))) return 'break';
  return days.some(({ workingHours }) => workingHours.some(holds)) ? null : 'outside_hours';
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
 * reason.
 */
export function blockReason(
  { state, view, clock }: Pick<GridContext, 'state' | 'view' | 'clock'>,
  { date, minute }: Point,
): string {
  const instant = clock.instantAt(date, minute);
  const away = timeOffAt(state, instant);
  const code = away ? 'time_off' : blockCodeAt(state, instant);
  if (!code) return '';
  const phrase = view.say(`why_${code}`);
  return away?.reason ? `${phrase}: ${away.reason}` : phrase;
}
