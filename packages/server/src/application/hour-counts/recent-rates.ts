import { LRUCache } from 'lru-cache';
import { instant, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { createCache } from '../kernel/create-cache.ts';
import type { HourCountsStore } from '../ports/hour-counts.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { ReliabilityStore } from '../ports/reliability.ts';

/** Coaches and partners of which rates are kept in memory. */
const MOST = 1000;

interface RecentOptions {
  readonly realNow: () => Instant;
  readonly max?: number;
}

/**
 * Returns a reader that asks the store at most once a minute for each owner and each minute of the rules' clock, and
 * again after this process has changed what is read. Each owner is a list of ids without blanks.
 */
const createRecent = <T>(
  read: (owner: readonly string[], now: Instant) => Promise<T>,
  { realNow, max = MOST }: RecentOptions,
) => {
  const changes = new LRUCache<string, number>({ max });
  const cached = createCache(
    (name) => {
      const [minute, , ...owner] = name.split(' ') as [string, string, ...string[]];
      return read(owner, instant(Number(minute) * MINUTE));
    },
    { now: realNow, ttl: MINUTE, max },
  );
  return {
    of: (owner: readonly string[], now: Instant): Promise<T> =>
      cached([Math.floor(now / MINUTE), changes.get(owner.join(' ')) ?? 0, ...owner].join(' ')),
    changed: (owner: readonly string[]): void => {
      const name = owner.join(' ');
      changes.set(name, (changes.get(name) ?? 0) + 1);
    },
  };
};

const ownerOf = ({ partnerId, mode }: LedgerScope, ...ids: readonly string[]) => [partnerId, mode, ...ids];
const scopeOf = ([partnerId, mode]: readonly string[]) => ({ partnerId, mode }) as LedgerScope;

/**
 * Returns the counts of hours with a memory of one minute: they change little in a minute, and a recommendation reads
 * them each time. Changes of the same coach by other processes are seen within that minute.
 */
export function createRecentCounts(
  { hourCounts, realNow }: { readonly hourCounts: HourCountsStore } & RecentOptions,
  max?: number,
): HourCountsStore {
  const recent = createRecent((owner, now) => hourCounts.of(scopeOf(owner), owner[2]!, now), {
    realNow,
    ...(max && { max }),
  });
  return {
    async add(scope, coachId, hours, change) {
      await hourCounts.add(scope, coachId, hours, change);
      recent.changed(ownerOf(scope, coachId));
    },
    of: (scope, coachId, now) => recent.of(ownerOf(scope, coachId), now),
  };
}

/** Returns what is known of confidences with a memory of one minute, like `createRecentCounts`. */
export function createRecentReliability(
  { reliability, realNow }: { readonly reliability: ReliabilityStore } & RecentOptions,
  max?: number,
): ReliabilityStore {
  const recent = createRecent((owner, now) => reliability.of(scopeOf(owner), now), { realNow, ...(max && { max }) });
  return {
    ...reliability,
    async add(scope, bins, at) {
      await reliability.add(scope, bins, at);
      recent.changed(ownerOf(scope));
    },
    async calibrate(due, calibration, nextAt) {
      await reliability.calibrate(due, calibration, nextAt);
      recent.changed(ownerOf(due));
    },
    of: (scope, now) => recent.of(ownerOf(scope), now),
  };
}
