import type { LimitName, RateLimits } from '../../application/ports/rate-limits.ts';

/** Counts in one process, in windows that never end; limits without a size allow everything. */
export function createMemoryLimits(sizes: Partial<Record<LimitName, number>> = {}): RateLimits {
  const taken = new Map<string, number>();
  return {
    take: async (name, subject, size) => {
      const limit = size ?? sizes[name] ?? Infinity;
      const used = (taken.get(`${name} ${subject}`) ?? 0) + 1;
      if (used <= limit) taken.set(`${name} ${subject}`, used);
      return { allowed: used <= limit, limit, remaining: Math.max(0, limit - used), resetMs: 60_000 };
    },
    giveBack: async (name, subject) => {
      const key = `${name} ${subject}`;
      taken.set(key, Math.max(0, (taken.get(key) ?? 0) - 1));
    },
  };
}
