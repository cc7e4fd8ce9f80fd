import { failureOf } from '../errors/failure-of.ts';
import type { CalendarEvent, LiveState } from '../live/watching.ts';
import type { FlowCore } from './core.ts';
import type { CalendarFlowOptions, CalendarWatch } from './options.ts';

/**
 * Milliseconds: within which events are answered by one reading · the same for holds, which change with every visitor ·
 * after which a failed read is repeated.
 */
const [TOGETHER, HOLDS, LATER] = [100, 2000, 30_000];

export interface FollowingPorts extends Pick<CalendarFlowOptions, 'online' | 'visible'> {
  readonly watch: CalendarWatch | undefined;
  /** Called when the network, or the page, is back. */
  readonly back: () => void;
  /** Called when a booking was changed elsewhere, at any date. */
  readonly due: () => void;
  /** Called when the coach's services or team may have changed elsewhere. */
  readonly headDue: () => void;
  /** Reads what lies beside the calendar, with each rereading. */
  readonly look: () => void;
}

/** Keeps the screen up to date: changes elsewhere, the network, and the visibility of the page. */
export function following(core: FlowCore, { watch, online, visible, back, due, headDue, look }: FollowingPorts) {
  const { client, clock, coach, timers, days, state, show, reread, fail, tell } = core;
  let stopListening: ((() => void) | undefined)[] = [];
  let stopWatching: (() => void) | null = null;
  let live: LiveState = watch ? 'connecting' : 'live';
  let reachable = true;
  let hidden = false;
  let rereading: unknown;
  let rereadingAt = Infinity;

  /** Rereads a little later, once for all calls until then. A hidden page waits until it is visible. */
  function soon(milliseconds: number): void {
    const at = clock() + milliseconds;
    if (rereadingAt <= at) return;
    timers.clear(rereading);
    rereadingAt = at;
    rereading = timers.set(() => {
      rereadingAt = Infinity;
      if (hidden) return;
      void reread();
      look();
    }, milliseconds);
  }

  function onEvent(event: CalendarEvent): void {
    if (event.type === 'changed' && event.kind === 'preferences') {
      client.getPreferences({ coach }).then((liked) => {
        core.preferences = liked;
        show();
      }, missed);
      return;
    }
    const dates = event.type === 'changed' && event.dates.length > 0 ? event.dates : undefined;
    days.stale(dates);
    if (event.type === 'reset' || (event.kind === 'schedule' && !dates)) headDue();
    if (event.type === 'reset' || event.kind !== 'hold') {
      due();
      soon(TOGETHER);
    }
    // A hold is only drawn where the reason of a blocked time is known.
    else if (state().view !== 'month') soon(HOLDS);
  }

  /**
   * Handles a state of the stream. A failure proves little, since a proxy may block it: a read shows whether the
   * network is lost.
   */
  function onState(next: LiveState): void {
    live = next === 'live' ? next : 'connecting';
    const returned = next === 'live' && !reachable;
    reachable ||= returned;
    tell();
    if (returned) return back();
    if (next !== 'offline') return;
    days.stale();
    soon(TOGETHER);
  }

  function onRefused(error: unknown): void {
    if (failureOf(error).status === 401) fail(error, 'load', back);
    else onState('offline');
  }

  /** Handles a failure in the background: the read is tried again later. */
  function missed(error: unknown): void {
    if (stopListening.length === 0) return;
    const { status } = failureOf(error);
    if (status === 401) return fail(error, 'load', back);
    reachable &&= status !== 0;
    tell();
    soon(LATER);
  }

  function unwatch(): void {
    stopWatching?.();
    stopWatching = null;
    live = watch ? 'connecting' : 'live';
  }

  return {
    connection: (): LiveState => (reachable ? live : 'offline'),
    /** Called with whether a request reached the server. */
    reached(does: boolean): void {
      reachable = does;
    },
    missed,
    /** Follows the changes after an answer, once. */
    after(lastEventId: string): void {
      if (watch && !stopWatching)
        stopWatching = watch({ coach, lastEventId }, { onEvent, onState, onRefused }, { timers });
    },
    unwatch,
    listen(): void {
      const network = online?.onChange((up) => {
        if (up) return back();
        reachable = false;
        tell();
      });
      const page = visible?.onChange((seen) => {
        hidden = !seen;
        if (seen) back();
      });
      stopListening = [network, page];
    },
    stop(): void {
      unwatch();
      for (const stop of stopListening.splice(0)) stop?.();
      timers.clear(rereading);
      rereadingAt = Infinity;
    },
  };
}
