import type { ChangeMaker } from './change-maker.ts';
import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import { quietLook } from './quiet-look.ts';
import type { CalendarFlowIntents } from './state.ts';

/**
 * Returns the intents about bursts of guest bookings: read in the background, and removed in one request. A client
 * without these calls has none.
 */
export function burstIntents(client: CalendarActCalls, core: FlowCore, { changePlan }: ChangeMaker) {
  const { clock, coach, days, set, state } = core;
  const look = quietLook(
    clock,
    client.listBursts && ((signal) => client.listBursts!({ coach }, { signal })),
    (bursts) => set({ bursts }),
  );

  const removeBurst: CalendarFlowIntents['removeBurst'] = (id, input = {}) =>
    changePlan(
      'burst',
      'removeBurst',
      { id, ...input },
      () => client.cancelBurst!({ coach, id, ...input }),
      () => {
        set({ bursts: state().bursts.filter((burst) => burst.id !== id) });
        days.stale();
      },
      () => void removeBurst(id, input),
    );

  return { look, removeBurst };
}
