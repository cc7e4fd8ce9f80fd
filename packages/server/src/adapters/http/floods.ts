import { LRUCache } from 'lru-cache';

/** Counts what an address does without a key that works, in this process and by the minute. */
export interface Floods {
  /** Counts one more; false when it was too many. */
  take(address: string): boolean;
  /** Whether there were too many already; counts nothing. */
  isOver(address: string): boolean;
}

export interface FloodOptions {
  /** In a minute, for one address. */
  readonly most: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

const MINUTE = 60_000;
/**
 * Addresses remembered; beyond, the one that was not heard of for longest is forgotten, which only lets a flood from
 * very many go on.
 */
const MAX_ADDRESSES = 10_000;

/**
 * A limit that costs nothing: neither a store nor a wait. For what everybody may ask without a key, and for keys,
 * origins and names that are made up: each would be a read of the store, for as long as somebody cares to send them.
 */
export function createFloods({ most, now = () => performance.now() }: FloodOptions): Floods {
  const counts = new LRUCache<string, { readonly until: number; taken: number }>({ max: MAX_ADDRESSES });
  const countOf = (address: string) => {
    const known = counts.get(address);
    if (known && now() < known.until) return known;
    const fresh = { until: now() + MINUTE, taken: 0 };
    counts.set(address, fresh);
    return fresh;
  };
  return {
    take(address) {
      const count = countOf(address);
      count.taken += 1;
      return count.taken <= most;
    },
    isOver: (address) => (counts.peek(address)?.until ?? 0) > now() && countOf(address).taken >= most,
  };
}
