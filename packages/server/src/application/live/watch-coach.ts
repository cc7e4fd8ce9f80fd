import { admitted } from '../access/enforce.ts';
import { createCoachCache } from '../coach-head/coach-cache.ts';
import { readVisibleCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Deps } from '../ports/deps.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Delivery, Listener } from './delivery.ts';
import type { Hub } from './hub.ts';

export type WatchOperation = 'watchSlots' | 'watchCalendar';

export interface WatchInput {
  /** Id or slug, or `me`. */
  readonly coach: string;
  /** As it was sent; one that this server cannot have made means a reset. */
  readonly lastEventId?: string | undefined;
}

/** Lets a caller follow a coach. */
export interface Watching {
  /** Returns how to stop. Throws FORBIDDEN, COACH_NOT_FOUND like other reads, and NOT_READY while the server stops. */
  watch(operation: WatchOperation, context: Context, input: WatchInput, listener: Listener): Promise<() => void>;
}

/**
 * Returns whether visitors need the delivery: they choose among starts, so preferences and changes without starts are
 * left out.
 */
const concernsSlots = (delivery: Delivery): boolean => delivery.type !== 'hint' || delivery.kind !== 'preferences';

const positionOf = (lastEventId: string | undefined): number | null => {
  if (lastEventId === undefined || lastEventId === '') return null;
  return /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : -1;
};

/** Creates the two operations that stream, over the hub of this process and a cache of coaches of their own. */
export function createWatching(deps: Deps, hub: Hub): Watching {
  const core = { ...deps, cache: createCoachCache() };
  return {
    async watch(operation, context, { coach, lastEventId }, listener) {
      const { head } = await readVisibleCoach(core, admitted(operation, context), coach);
      const filtered: Listener =
        operation === 'watchCalendar' ? listener : (delivery) => concernsSlots(delivery) && listener(delivery);
      const stop = await hub.follow(head.id, positionOf(lastEventId), filtered);
      if (!stop) throw new Refusal('NOT_READY', 'This server is about to stop.');
      return stop;
    },
  };
}
