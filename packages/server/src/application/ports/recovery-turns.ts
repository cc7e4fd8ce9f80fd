import type { Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from './ledgers.ts';

/** The message that somebody asked for, until it is made. */
export interface AskedRecovery {
  readonly messageType: 'email' | 'sms';
  readonly by: 'coach' | 'system';
  readonly customMessage?: string;
  readonly incentive?: { readonly type: 'percent' | 'amount'; readonly value: number };
}

/** The last recovery of a person by any coach of a partner. It decides which of several requests makes a message. */
export interface RecoveryTurn extends LedgerScope {
  /** A keyed hash of the person's address, partner and mode: the address itself is not stored. */
  readonly id: string;
  readonly intentId: string;
  /** 1 is the first message of the intent. */
  readonly number: number;
  /** By the clock of the rules. */
  readonly at: Instant;
  /** Absent once the message is made. */
  readonly asked?: AskedRecovery;
}

/** The turns of people, one document each. Every change is one conditional write. */
export interface RecoveryTurns {
  /**
   * Takes the turn of a person unless there was one since an instant, or one whose message is yet to be made. Returns
   * the one that stands: this one, or the earlier.
   */
  take(turn: RecoveryTurn, since: Instant, realNow: Instant): Promise<RecoveryTurn>;
  /** Returns those of these ids, in no order. */
  byIds(ids: readonly string[]): Promise<readonly RecoveryTurn[]>;
  /** Returns turns taken before this real time whose messages are yet to be made. */
  unmade(takenBefore: Instant, limit: number, scope?: LedgerScope): Promise<readonly RecoveryTurn[]>;
  /** Notes that the message of a turn is made, and forgets what was asked. */
  made(turn: Pick<RecoveryTurn, 'id' | 'intentId' | 'number'>): Promise<void>;
  /** Removes a turn of which no message can be made, so that the person has another. */
  giveBack(turn: Pick<RecoveryTurn, 'id' | 'intentId' | 'number'>): Promise<void>;
}
