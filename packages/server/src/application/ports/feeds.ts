import type { Feed, Hint } from '../../domain/live/hint.ts';
import type { LedgerScope } from './ledgers.ts';

/** One feed of hints for each coach. The store alone numbers them, so that any number of server processes agree. */
export interface Feeds {
  /** Appends hints by one atomic write; the oldest beyond the maximum are dropped. */
  publish(scope: LedgerScope, coachId: string, hints: readonly Hint[]): Promise<void>;
  /** Returns the number of the newest hint; 0 before the first one. */
  position(coachId: string): Promise<number>;
  /** Returns the stored part of one coach's feed. */
  read(coachId: string): Promise<Feed>;
  /**
   * Returns, of these coaches with the number last seen, the feeds with another number now: with the hints after it as
   * far as they are stored, or all of them when the feed is behind it. One round trip when nothing changed.
   */
  since(seen: ReadonlyMap<string, number>): Promise<readonly Feed[]>;
}
