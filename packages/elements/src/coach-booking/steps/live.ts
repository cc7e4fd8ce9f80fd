import { keepSlotsFresh, type Visibility, type WatchedSlots, type WatchedState } from '@coach-booking/sdk';
import type { Source } from '../watch.ts';
import { followWithOneStream } from './one-stream.ts';
import { countSteps, type VisitedState } from './visit-steps.ts';

/** The visibility of this tab. */
const visibility: Visibility = {
  isHidden: () => document.hidden,
  onChange(changed) {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};

/** Refreshes the slots of a flow while it runs, and counts its steps; the returned function stops that. */
export function watchSlots(source: Source, $state: WatchedState, slots: WatchedSlots): () => void {
  const stopCounting = countSteps(source, $state as VisitedState);
  const stopFollowing = keepSlotsFresh($state, slots, {
    follow: (coach, changed) => followWithOneStream(source, coach, changed),
    visibility,
  });
  return () => {
    stopCounting();
    stopFollowing();
  };
}
