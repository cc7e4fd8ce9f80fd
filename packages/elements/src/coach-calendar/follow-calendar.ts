import type { CalendarWatch } from '@coach-booking/sdk';

/**
 * The `watch` port of the flow: one stream for all calendars of a browser. Its code is a file of its own, since nothing
 * is followed before the first view; where that file cannot be loaded, this calendar has a stream of its own.
 */
export function followCalendar(baseUrl: string, watch: CalendarWatch): CalendarWatch {
  return (...given) => {
    const ended = new AbortController();
    const stop = import('../internal/one-stream.ts').then(
      ({ followWithOneStream }) => (ended.signal.aborted ? undefined : followWithOneStream(baseUrl, watch, ...given)),
      () => (ended.signal.aborted ? undefined : watch(...given)),
    );
    return () => {
      ended.abort();
      void stop.then((end) => end?.());
    };
  };
}
