import type { Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from './ledgers.ts';

/** When each coach was last chosen for a visitor who takes any coach, one document each. */
export interface TeamTurns {
  /** Returns the turns of these coaches, in real time, in one read; nothing of those who had none. */
  lastOf(coachIds: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  /** Notes the turn of a coach, unless a later one is noted. */
  note(scope: LedgerScope, coachId: string, realNow: Instant): Promise<void>;
}
