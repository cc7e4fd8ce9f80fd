import type { Coach } from '@coach-booking/sdk';
import type { AdminView } from './view.ts';

/** Returns the coaches as far as they have been read. */
export function coachesOf({ coaches }: Pick<AdminView, 'coaches'>): readonly Coach[] {
  const state = coaches.$state.get();
  return state.phase === 'ready' ? state.value : [];
}
