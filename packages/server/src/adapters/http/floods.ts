import { LRUCache } from 'lru-cache';

/** Counts the requests of an address that have no valid key, in this process and by the minute. */
export interface Floods {
  /** Counts one more; returns false when there were too many. */
  take(address: string): boolean;
  /** Returns whether there were too many already; counts nothing. */
  isOver(address: string): boolean;
}

export interface FloodOptions {
  /** In a minute, per address. */
  readonly most: number;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
}

const MINUTE = 60_000;
/**
 * Addresses remembered; beyond, the least recently seen one is dropped, which only lets a flood from very many
 * addresses pass.
 */
const MAX_ADDRESSES = 10_000;

/**
 * Creates a limit that costs nothing: neither a store nor a wait. For requests that need no key, and for made-up keys,
 * origins and names: each would be a read of the store, for as long as a client sends them.
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
