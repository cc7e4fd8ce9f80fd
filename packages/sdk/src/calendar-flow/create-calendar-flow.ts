import { createCalendarFlowActs } from './calendar-flow-acts.ts';
import { createLazyCalendarFlow, type CalendarFlow } from './lazy-calendar-flow.ts';
import type { CalendarClient, CalendarFlowOptions } from './options.ts';

/**
 * Returns the flow of one coach's calendar. It reads preferences, coach and team first, then days: those on the screen,
 * and in the background those before and after. A change is shown at once and sent with the version it is based on;
 * when refused, it is reverted, and `problem` has the reason. No intent throws or rejects.
 */
export function createCalendarFlow(client: CalendarClient, options: CalendarFlowOptions): CalendarFlow {
  return createLazyCalendarFlow(client, options, () => createCalendarFlowActs(client));
}
