import type { CoachCache } from './coach-cache.ts';
import type { Deps } from './deps.ts';

/** The dependencies, and what one process remembers between requests. */
export interface Core extends Deps {
  readonly cache: CoachCache;
}
