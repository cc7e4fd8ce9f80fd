import type { Instant } from '@coach-booking/time/instant';
import type { PlainDate } from '@coach-booking/time/plain-date';

export type HintKind = 'booking' | 'hold' | 'schedule' | 'time_off' | 'preferences';

/** Notifies the watchers of a coach that something has changed, without the data: they read it again. */
export interface Hint {
  readonly kind: HintKind;
  /** In the coach's zone, those whose slots may have changed; empty when any may have. */
  readonly dates: readonly PlainDate[];
  /** Real time, epoch milliseconds. */
  readonly at: Instant;
  /** The hold that began, ended or became a booking. */
  readonly holdId?: string;
  /** Of a hold that begins: when it expires, in real time. Absent where a test clock decides that. */
  readonly until?: Instant;
}

/** A hint with its place in the coach's feed. */
export interface NumberedHint extends Hint {
  /** From 1, without gaps and repetitions. */
  readonly seq: number;
}

/** The stored part of a coach's feed. */
export interface Feed {
  readonly coachId: string;
  /** Of the newest hint; 0 before the first one. */
  readonly seq: number;
  /** The newest ones, oldest first. */
  readonly hints: readonly NumberedHint[];
}

/** Hints stored for each coach; a client that has missed more starts over. */
export const MAX_HINTS = 200;

/** Returns a feed as it is stored: the numbers of hints follow from their positions. */
export function numbered(seq: number, hints: readonly Hint[]): NumberedHint[] {
  return hints.map((hint, index) => ({ ...hint, seq: seq - hints.length + 1 + index }));
}
