import type { Feed, Hint } from '../../domain/live/hint.ts';
import type { LedgerScope } from './ledgers.ts';

/** One feed of hints for each coach. The store alone numbers them, so that any number of server processes agree. */
export interface Feeds {
  /** Appends hints by one atomic write; the oldest beyond what is kept go. */
  publish(scope: LedgerScope, coachId: string, hints: readonly Hint[]): Promise<void>;
  /** The number of the newest hint; 0 when there was none yet. */
  position(coachId: string): Promise<number>;
  /** All that is kept of one coach's feed. */
  read(coachId: string): Promise<Feed>;
  /**
   * Of these coaches, each with the number last seen, the feeds that stand elsewhere now: with the hints after it as
   * far as they are kept, or all of them when the feed stands before it. One round trip when nothing changed.
   */
  since(seen: ReadonlyMap<string, number>): Promise<readonly Feed[]>;
}
