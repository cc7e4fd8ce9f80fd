import { openSlotsSource } from '@coach-booking/sdk';
import { oneOfAll } from '../../internal/one-of-all.ts';
import type { Source } from '../watch.ts';

/** Milliseconds between two reads of the slots of a widget that has no stream. */
const POLL = 20_000;
/** `readyState` of an `EventSource` that is connected; a browser without one has no constant for it. */
const OPEN = 1;

/** A coach's slots changed on these dates (in the coach's zone; empty for any). */
interface Hint {
  readonly coach: string;
  readonly dates: readonly string[];
}

/**
 * Calls back with the dates whose slots changed elsewhere, as `openSlotsSource` does, but opens one stream for all
 * widgets of a browser on one API, so that streams leave room for holds and bookings. The widget that streams passes
 * the changes of its coach on; the others read every 20 seconds. The returned function ends it.
 */
export function followWithOneStream(
  source: Source,
  coach: string,
  changed: (dates: readonly string[]) => void,
  interval = POLL,
): () => void {
  let streaming: EventSource | undefined;
  const connect = (url: string) => (streaming = new EventSource(url));
  const look = () => changed([]);
  return oneOfAll<Hint>({
    name: `coach-booking ${source.baseUrl}`,
    lead(tell) {
      // A browser without EventSource has no stream to share, so its pages poll.
      if (!globalThis.EventSource) return () => undefined;
      const close = openSlotsSource({ ...source, coach, connect }, (dates) => {
        changed(dates);
        tell({ coach, dates });
      });
      return () => {
        close();
        streaming = undefined;
      };
    },
    receive: (hint) => hint.coach === coach && changed(hint.dates),
    // A blocked or broken stream counts as none.
    isLive: () => streaming?.readyState === OPEN,
    look,
    seen: look,
    interval,
  });
}
