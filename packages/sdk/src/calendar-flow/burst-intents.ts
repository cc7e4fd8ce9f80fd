import type { ChangeMaker } from './change-maker.ts';
import type { FlowCore } from './core.ts';
import type { CalendarFlowIntents } from './state.ts';

/** Milliseconds between two looks, since a burst is looked for each time that the calendar is read. */
const EVERY = 60_000;

/**
 * Bursts of guest bookings: looked for quietly, at most once a minute, and removed in one act. A client without these
 * calls has none. A failed read is not reported: the calendar works without it.
 */
export function burstIntents(core: FlowCore, { changePlan }: ChangeMaker, clock: () => number) {
  const { client, coach, days, set, state } = core;
  let looked = -Infinity;

  function look(signal: AbortSignal | undefined): void {
    if (!signal || !client.listBursts || clock() - looked < EVERY) return;
    looked = clock();
    client.listBursts({ coach }, { signal }).then(
      (bursts) => signal.aborted || set({ bursts }),
      () => undefined,
    );
  }

  const removeBurst: CalendarFlowIntents['removeBurst'] = (id, wish = {}) =>
    changePlan(
      'burst',
      'removeBurst',
      { id, ...wish },
      () => client.cancelBurst!({ coach, id, ...wish }),
      () => {
        set({ bursts: state().bursts.filter((burst) => burst.id !== id) });
        days.stale();
      },
      () => void removeBurst(id, wish),
    );

  return { look, removeBurst };
}
