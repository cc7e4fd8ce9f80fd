import { LRUCache } from 'lru-cache';

export interface CacheOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds for which an answer is cached, from the request on: for as long a revoked key may still work. */
  readonly ttl?: number;
  /** Answers cached of each kind; beyond, the least recently used one is dropped. */
  readonly max?: number;
}

interface CacheEntry<T> {
  readonly answer: T;
  readonly until: number;
}

/**
 * Returns a cached reader: concurrent reads of one name share one call, and the answer is cached for `ttl`. Errors are
 * not cached.
 */
export function createCache<T>(read: (name: string) => Promise<T>, { now, ttl = 3000, max = 2000 }: CacheOptions) {
  const hits = new LRUCache<string, CacheEntry<T>>({ max });
  /**
   * Absent answers, and reads in progress, separate from the hits, so that made-up names cannot push out real ones. A
   * read that is dropped meanwhile still resolves.
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
  /** Returns whether the name had an answer when it was last read, however long ago. */
  return Object.assign(find, { isKnown: (name: string): boolean => hits.has(name) });
}
