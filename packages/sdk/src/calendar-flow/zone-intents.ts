import type { ChangeMaker } from './change-maker.ts';
import type { FlowCore } from './core.ts';
import type { CalendarActCalls } from './options.ts';
import { quietLook } from './quiet-look.ts';
import type { CalendarFlowIntents } from './state.ts';

/**
 * Returns the intents about what a new law of the zone has moved: read in the background, and shifted back or kept in
 * one request. A client without these calls has none.
 */
export function zoneIntents(client: CalendarActCalls, core: FlowCore, { changePlan }: ChangeMaker) {
  const { clock, coach, days, set, state } = core;
  const look = quietLook(
    clock,
    client.listZoneChanges && ((signal) => client.listZoneChanges!({ coach }, { signal })),
    (zoneChanges) => set({ zoneChanges, zoneChangesLeft: [] }),
  );

  const resolveZoneChanges: CalendarFlowIntents['resolveZoneChanges'] = (action, input = {}) =>
    changePlan(
      'zones',
      'resolveZoneChanges',
      { action, ...input },
      () => client.resolveZoneChanges!({ coach, action, ...input }),
      ({ left }) => {
        const zoneChanges = state().zoneChanges.filter((change) => left.some(({ id }) => id === change.id));
        set({ zoneChanges, zoneChangesLeft: left });
        days.stale();
      },
      () => void resolveZoneChanges(action, input),
    );

  return { look, resolveZoneChanges };
}
