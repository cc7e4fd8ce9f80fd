import type { CoachCache } from './coach-cache.ts';
import type { Deps } from './deps.ts';
import type { Partner } from './partners.ts';

/** The dependencies, and what one process remembers between requests. */
export interface Core extends Deps {
  readonly cache: CoachCache;
  /** A partner, a few seconds old at most; null of one that is not stored or cannot be read. */
  cachedPartner(partnerId: string): Promise<Partner | null>;
}
