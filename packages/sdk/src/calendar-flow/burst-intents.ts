import type { ChangeMaker } from './change-maker.ts';
import type { FlowCore } from './core.ts';
import { quietLook } from './quiet-look.ts';
import type { CalendarFlowIntents } from './state.ts';

/** Bursts of guest bookings: looked for quietly, and removed in one act. A client without these calls has none. */
export function burstIntents(core: FlowCore, { changePlan }: ChangeMaker, clock: () => number) {
  const { client, coach, days, set, state } = core;
  const look = quietLook(
    clock,
    client.listBursts && ((signal) => client.listBursts!({ coach }, { signal })),
    (bursts) => set({ bursts }),
  );

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
