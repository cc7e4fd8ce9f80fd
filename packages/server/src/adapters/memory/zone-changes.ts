import type { ZoneChanges } from '../../application/ports/zone-changes.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryZoneChanges({ zoneChanges }: Pick<MemoryState, 'zoneChanges'>): ZoneChanges {
  return {
    add: async (change) => {
      if (zoneChanges.get(change.id)?.start !== change.start) zoneChanges.set(change.id, { ...change });
    },
    ofCoach: async ({ partnerId, mode }, coachId) =>
      [...zoneChanges.values()]
        .filter((each) => each.partnerId === partnerId && each.mode === mode && each.coachId === coachId)
        .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1)),
    remove: async ({ partnerId, mode }, coachId, ids) => {
      for (const id of ids) {
        const found = zoneChanges.get(id);
        if (found?.partnerId === partnerId && found.mode === mode && found.coachId === coachId) zoneChanges.delete(id);
      }
    },
  };
}
