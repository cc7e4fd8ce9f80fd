import type { MemoryState } from './memory-state.ts';
import type { CalendarPreferences } from '../../application/ports/preferences.ts';

export function createMemoryPreferences({ preferences }: Pick<MemoryState, 'preferences'>): CalendarPreferences {
  return {
    of: async (coachId) => preferences.get(coachId) ?? null,
    replace: async (_scope, coachId, given) => {
      preferences.set(coachId, structuredClone(given));
    },
  };
}
