import { openSlotsSource } from '@coach-booking/sdk';
import type { Source } from '../watch.ts';

/** Milliseconds between two looks at the slots of a widget that has no stream. */
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
 * widgets of a browser on one API: over HTTP/1.1 a browser keeps six connections to a server, and streams must leave
 * room for holds and bookings. The widget that has the lock streams and passes on what it hears of its coach; the
 * others look every 20 seconds, and one of them takes over when it ends. A hidden page neither streams nor looks. The
 * returned function ends it.
 */
export function followWithOneStream(
  source: Source,
  coach: string,
  changed: (dates: readonly string[]) => void,
  interval = POLL,
): () => void {
  const name = `coach-booking ${source.baseUrl}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Hint>) => data.coach === coach && changed(data.dates);
  let leave: (() => void) | undefined;
  let streaming: EventSource | undefined;

  const connect = (url: string) => (streaming = new EventSource(url));

  function stream(): Promise<void> {
    return new Promise((resolve) => {
      const close = openSlotsSource({ ...source, coach, connect }, (dates) => {
        changed(dates);
        channel.postMessage({ coach, dates } satisfies Hint);
      });
      leave = () => {
        close();
        resolve();
      };
    });
  }

  function begin(): () => void {
    const waiting = new AbortController();
    // A stream that is blocked or broken counts as none.
    const poll = setInterval(() => streaming?.readyState === OPEN || changed([]), interval);
    const lead = () => (waiting.signal.aborted ? undefined : stream());
    // A page that is not secure has no locks, and some browsers have no EventSource: there everybody looks.
    if (globalThis.EventSource) navigator.locks?.request(name, { signal: waiting.signal }, lead).catch(() => undefined);
    return () => {
      clearInterval(poll);
      waiting.abort();
      leave?.();
      leave = streaming = undefined;
    };
  }

  let end: (() => void) | undefined;
  function look(): void {
    if (document.hidden) {
      end?.();
      end = undefined;
    } else if (!end) {
      end = begin();
      changed([]);
    }
  }

  if (!document.hidden) end = begin();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    end?.();
    channel.close();
  };
}
