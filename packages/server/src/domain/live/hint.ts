import type { PlainDate } from '@coach-booking/time/plain-date';

export type HintKind = 'booking' | 'hold' | 'schedule' | 'time_off' | 'preferences';

/** Tells those who watch a coach that something has changed, and not what: they read again. */
export interface Hint {
  readonly kind: HintKind;
  /** In the coach's zone, those whose slots may have changed; empty when any may have. */
  readonly dates: readonly PlainDate[];
  /** Real time, epoch milliseconds. */
  readonly at: number;
  /** The hold that began, ended or became a booking. */
  readonly holdId?: string;
  /** Of a hold that begins: when it runs out, in real time. Absent where a test clock decides that. */
  readonly until?: number;
}

/** A hint with its place in the coach's feed. */
export interface NumberedHint extends Hint {
  /** From 1; none is left out and none comes twice. */
  readonly seq: number;
}

/** What is kept of a coach's feed. */
export interface Feed {
  readonly coachId: string;
  /** Of the newest hint; 0 when there was none yet. */
  readonly seq: number;
  /** The newest ones, oldest first. */
  readonly hints: readonly NumberedHint[];
}

/** So many hints are kept of each coach; who has missed more starts over. */
export const MAX_HINTS = 200;

/** A feed as it is stored: the hints' own numbers follow from their places. */
export function numbered(seq: number, hints: readonly Hint[]): NumberedHint[] {
  return hints.map((hint, index) => ({ ...hint, seq: seq - hints.length + 1 + index }));
}
