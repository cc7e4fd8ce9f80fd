import { keepSlotsFresh, type Visibility, type WatchedSlots, type WatchedState } from '@coach-booking/sdk';
import type { Source } from '../watch.ts';
import { followWithOneStream } from './one-stream.ts';
import { askServer, suggestWith } from './suggestions.ts';
import { countSteps, type VisitedState } from './visit-steps.ts';

/** The visibility of this tab. */
const visibility: Visibility = {
  isHidden: () => document.hidden,
  onChange(changed) {
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
};

/**
 * Refreshes the slots of a flow while it runs, counts its steps, and has suggestions asked at the same server. The
 * returned function stops refreshing and counting.
 */
export function watchSlots(source: Source, $state: WatchedState, slots: WatchedSlots): () => void {
  suggestWith($state, askServer(source));
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
