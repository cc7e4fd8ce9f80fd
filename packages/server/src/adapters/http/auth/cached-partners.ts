import type { Partners } from '../../../application/ports/partners.ts';
import { createCache, type CacheOptions } from '../../../application/kernel/create-cache.ts';

type Lookups = Pick<Partners, 'byKey' | 'byId' | 'anyAllows'>;

export interface CachedPartners extends Lookups {
  /** Returns whether a partner had this key when it was last read; reads nothing. */
  isKnownKey(lookup: string): boolean;
}

/** Caches the partners in one process: read again after a few seconds, in bounded memory. */
export function cachedPartners(partners: Lookups, options: CacheOptions): CachedPartners {
  const byKey = createCache((lookup) => partners.byKey(lookup), options);
  return {
    byKey,
    isKnownKey: byKey.isKnown,
    byId: createCache((id) => partners.byId(id), options),
    anyAllows: createCache((origin) => partners.anyAllows(origin), options),
  };
}
