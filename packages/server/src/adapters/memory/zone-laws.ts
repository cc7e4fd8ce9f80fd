import type { RecordedLaw, ZoneLaws } from '../../application/ports/zone-laws.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryZoneLaws(state: Pick<MemoryState, 'zoneLaw'>): ZoneLaws {
  let isTaken = false;
  return {
    read: async () => structuredClone(state.zoneLaw.recorded),
    write: async (recorded: RecordedLaw) => {
      state.zoneLaw.recorded = structuredClone(recorded);
    },
    alone: async (run) => {
      if (isTaken) return false;
      isTaken = true;
      try {
        await run(async () => undefined);
        return true;
      } finally {
        isTaken = false;
      }
    },
  };
}
