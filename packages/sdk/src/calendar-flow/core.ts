import type { Timers } from '../booking-flow/options.ts';
import type { Changes } from './changes.ts';
import type { KnownDays } from './known-days.ts';
import type { CalendarReads } from './options.ts';
import type { CalendarFlowState, Preferences } from './state.ts';

/** The part that the reading and all intents of the calendar flow share. */
export interface FlowCore {
  readonly client: CalendarReads;
  readonly clock: () => number;
  /** Id or slug, or `me`. */
  readonly coach: string;
  /** BCP 47 tag of the page. */
  readonly language: string | undefined;
  readonly timers: Timers;
  readonly days: KnownDays;
  readonly changes: Changes;
  /** Bookings whose change is done, and whose allowed actions are not read yet. */
  readonly settling: Set<string>;
  /** The stored preferences; those being saved are a patch of `changes`. */
  preferences: Preferences;
  /** The act of `retry()`. */
  again: (() => void) | null;
  /** The act of `override()`. */
  force: (() => Promise<boolean>) | null;
  /** The act of `undo()`. */
  takeBack: (() => Promise<boolean>) | null;
  state(): CalendarFlowState;
  set(change: Partial<CalendarFlowState>): void;
  /** Publishes what is busy and whether there is a connection, when nothing else has changed. */
  tell(): void;
  /** Shows the present data of the range. */
  draw(change?: Partial<CalendarFlowState>): void;
  /** Shows the range and reads the days of it that are missing or stale. */
  show(): void;
  /** Reads the stale days of the range; never rejects. */
  reread(): Promise<void>;
  /** Sets the coach's zone, by whose dates days are stored. */
  meet(timeZone: string): void;
  /** Ends with the reading; undefined while the calendar is stopped. */
  signal(): AbortSignal | undefined;
  fail(error: unknown, intent: string, redo: () => void, id?: string | null): void;
}
