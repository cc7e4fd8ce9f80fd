import type { CalendarEvent, CalendarWatch, LiveState } from '@coach-booking/sdk';
import { oneOfAll } from './one-of-all.ts';

/** Milliseconds between two reads of a calendar that has no stream. */
const POLL = 20_000;

/** A change of a coach's calendar. */
interface Hint {
  readonly coach: string;
  readonly event: CalendarEvent;
}

/**
 * Follows the changes of a calendar as `watch` does, but with one stream for all calendars of a browser on one API, as
 * the widgets do (V11). The calendar that streams passes the changes of its coach on; the others read every 20 seconds.
 * The returned function ends it.
 */
export function followWithOneStream(
  baseUrl: string,
  watch: CalendarWatch,
  { coach, ...input }: Parameters<CalendarWatch>[0],
  handlers: Parameters<CalendarWatch>[1],
  ports?: Parameters<CalendarWatch>[2],
  interval = POLL,
): () => void {
  let { lastEventId } = input;
  let state: LiveState = 'connecting';
  const receive = (event: CalendarEvent): void => {
    if (event.id) lastEventId = event.id;
    handlers.onEvent(event);
  };
  const onState = (next: LiveState): void => {
    state = next;
    handlers.onState?.(next);
  };
  const onRefused = (error: unknown): void => {
    state = 'offline';
    handlers.onRefused?.(error);
  };
  // The state that was read before counts as live: it is read again soon.
  handlers.onState?.('live');
  return oneOfAll<Hint>({
    name: `coach-calendar ${baseUrl}`,
    lead(tell) {
      const onEvent = (event: CalendarEvent): void => {
        receive(event);
        tell({ coach, event });
      };
      const stop = watch({ coach, lastEventId }, { ...handlers, onEvent, onState, onRefused }, ports);
      return () => {
        stop();
        state = 'connecting';
      };
    },
    receive: (hint) => hint.coach === coach && receive(hint.event),
    isLive: () => state === 'live',
    look: () => handlers.onEvent({ type: 'reset', id: '' }),
    interval,
  });
}
