import type { RecoveryCount } from '../../domain/recovery/intent.ts';
import type { LedgerScope } from './ledgers.ts';

/** Counts of a coach's intents. They name no person, and stay when intents are erased or deleted. R43. */
export interface RecoveryCounts {
  /** Counts a transition of an intent, once: a second call for the same one changes nothing. */
  add(scope: LedgerScope, coachId: string, count: RecoveryCount, intentId: string): Promise<void>;
  of(coachId: string): Promise<Readonly<Record<RecoveryCount, number>>>;
}

/** The number of counted intents of a coach that are remembered, so that none is counted twice. */
export const REMEMBERED = 500;
