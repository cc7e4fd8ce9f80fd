import { nothing } from 'lit';
import type { CalendarFlowState, CalendarProblem } from '@coach-booking/sdk';
import { instantOf, wallOf } from '../../../internal/dates/wall.ts';
import { addDays } from '@coach-booking/time/dates';
import { textButton } from './buttons.ts';
import type { Panel, View } from './panel.ts';

/**
 * Renders, when the hours prevent a booking, a button to the hours of that date, or to the time off there. `then` opens
 * afterwards. `date` is of the shown zone; hours are of the coach's zone.
 */
export function unblockButton(
  view: View,
  state: CalendarFlowState,
  problem: CalendarProblem | null,
  then: Panel,
  date: string,
  time = '12:00',
): unknown {
  const { say, format, open } = view;
  if (!problem || !date) return nothing;
  if (problem.code === 'OUTSIDE_HOURS' || problem.code === 'IN_BREAK') {
    const there = wallOf(instantOf({ date, time: time || '12:00' }, state.timeZone), state.coachTimeZone).date;
    return textButton('soft', say('openDate', { date: format.day(there) }), () =>
      open({ kind: 'schedule', date: there, then }),
    );
  }
  if (problem.code !== 'IN_TIME_OFF') return nothing;
  const start = instantOf({ date, time: '00:00' }, state.timeZone);
  const end = instantOf({ date: addDays(date, 1), time: '00:00' }, state.timeZone);
  return textButton('soft', say('timeOff'), () => open({ kind: 'timeOff', start, end, then }));
}
