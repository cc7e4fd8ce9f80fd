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
  /** As it was sent; what this server cannot have made means that too much was missed. */
  readonly lastEventId?: string | undefined;
}

/** Lets a caller follow a coach. */
export interface Watching {
  /**
   * Answers how to stop. Throws FORBIDDEN, COACH_NOT_FOUND as other reads do, and NOT_READY while the server stops.
   */
  watch(operation: WatchOperation, context: Context, input: WatchInput, listener: Listener): Promise<() => void>;
}

/**
 * Visitors choose among starts: how the coach likes the calendar, or that nothing about starts changed, is not for
 * them.
 */
const concernsSlots = (delivery: Delivery): boolean => delivery.type !== 'hint' || delivery.kind !== 'preferences';

const positionOf = (lastEventId: string | undefined): number | null => {
  if (lastEventId === undefined || lastEventId === '') return null;
  return /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : -1;
};

/** The two operations that stream, over the hub of this process and a memory of coaches of their own. */
export function createWatching(deps: Deps, hub: Hub): Watching {
  const core = { ...deps, cache: createCoachCache() };
  return {
    async watch(operation, context, { coach, lastEventId }, listener) {
      const { head } = await readVisibleCoach(core, admitted(operation, context), coach);
      const heard: Listener =
        operation === 'watchCalendar' ? listener : (delivery) => concernsSlots(delivery) && listener(delivery);
      const stop = await hub.follow(head.id, positionOf(lastEventId), heard);
      if (!stop) throw new Refusal('NOT_READY', 'This server is about to stop.');
      return stop;
    },
  };
}
