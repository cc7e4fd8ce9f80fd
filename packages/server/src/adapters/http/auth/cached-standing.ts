import type { Standing, StandingPerson } from '../../../application/access/standing.ts';
import { createCache, type CacheOptions } from '../../../application/kernel/create-cache.ts';

/** Caches the standing of persons in one process: read again after a few seconds, in bounded memory. */
export function cachedStanding(standing: Standing, options: CacheOptions): Standing {
  const ask = createCache(async (name) => standing(JSON.parse(name) as StandingPerson), options);
  return ({ partnerId, mode, userId, role, coachId, staffId }) =>
    ask(
      JSON.stringify({ partnerId, mode, userId, role, coachId, staffId } satisfies {
        [K in keyof StandingPerson]: StandingPerson[K] | undefined;
      }),
    );
}
