import { LRUCache } from 'lru-cache';

export interface CacheOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds for which an answer is kept, from the asking on: so long may a revoked key still work. */
  readonly ttl?: number;
  /** Answers kept of each question; then the one that was not used for longest goes. */
  readonly max?: number;
}

interface CacheEntry<T> {
  readonly answer: T;
  readonly until: number;
}

/** Asks once for what is asked at the same time, and keeps the answer for a while; errors are not kept. */
export function createCache<T>(read: (name: string) => Promise<T>, { now, ttl = 3000, max = 2000 }: CacheOptions) {
  const hits = new LRUCache<string, CacheEntry<T>>({ max });
  /**
   * Apart, so that made-up names cannot push out real ones. Also what is being asked, of which nobody knows yet; one
   * that is pushed out meanwhile is answered all the same.
   */
  const misses = new LRUCache<string, CacheEntry<T>>({
    max,
    ignoreFetchAbort: true,
    async fetchMethod(name) {
      const until = now() + ttl;
      const entry = { answer: await read(name), until };
      if (entry.answer) hits.set(name, entry);
      else hits.delete(name);
      return entry;
    },
  });

  const find = async (name: string): Promise<T> => {
    const found = hits.get(name) ?? misses.get(name);
    if (found && now() < found.until) return found.answer;
    const { answer } = await misses.forceFetch(name, { forceRefresh: true });
    if (answer) misses.delete(name);
    return answer;
  };
  /** Whether it was there when it was last asked for, however long ago. */
  return Object.assign(find, { isKnown: (name: string): boolean => hits.has(name) });
}
