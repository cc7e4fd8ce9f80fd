export interface CacheOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Milliseconds for which an answer is kept: so long may a revoked key still work. */
  readonly keepFor?: number;
  /** Answers kept of each question; then the oldest goes. */
  readonly most?: number;
}

interface Kept<T> {
  readonly answer: T;
  readonly until: number;
}

/** Asks once for what is asked at the same time, and keeps the answer for a while; errors are not kept. */
export const remember = <T>(ask: (name: string) => Promise<T>, { now, keepFor = 3000, most = 2000 }: CacheOptions) => {
  const asking = new Map<string, Promise<T>>();
  const hits = new Map<string, Kept<T>>();
  /** Apart, so that made-up names cannot push out real ones. */
  const misses = new Map<string, Kept<T>>();

  const askAndKeep = async (name: string): Promise<T> => {
    const until = now() + keepFor;
    const answer = await ask(name);
    hits.delete(name);
    misses.delete(name);
    const kept = answer ? hits : misses;
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    kept.set(name, { answer, until });
    return answer;
  };

  const find = async (name: string): Promise<T> => {
    const found = hits.get(name) ?? misses.get(name);
    if (found && now() < found.until) return found.answer;
    const asked = asking.get(name) ?? askAndKeep(name).finally(() => asking.delete(name));
    asking.set(name, asked);
    return asked;
  };
  /** Whether it was there when it was last asked for, however long ago. */
  return Object.assign(find, { isKnown: (name: string): boolean => hits.has(name) });
};
