import type { Timers } from '../booking-flow/options.ts';
import type { Changes } from './changes.ts';
import type { KnownDays } from './known-days.ts';
import type { CalendarClient } from './options.ts';
import type { CalendarFlowState, Preferences } from './state.ts';

/** What the parts of the calendar flow share. */
export interface FlowCore {
  readonly client: CalendarClient;
  /** Id or slug, or `me`. */
  readonly coach: string;
  /** BCP 47 tag of the page. */
  readonly language: string | undefined;
  readonly timers: Timers;
  readonly days: KnownDays;
  readonly changes: Changes;
  /** Bookings whose change is done, and whose allowed actions are still to come. */
  readonly settling: Set<string>;
  /** The preferences as they are stored; what is being saved is a patch of `changes`. */
  preferences: Preferences;
  /** What `retry()` does. */
  again: (() => void) | null;
  /** What `override()` does. */
  force: (() => Promise<boolean>) | null;
  /** What `undo()` does. */
  takeBack: (() => Promise<boolean>) | null;
  state(): CalendarFlowState;
  set(change: Partial<CalendarFlowState>): void;
  /** Publishes what is busy and whether there is a connection, when nothing else has changed. */
  tell(): void;
  /** Shows what is known of the range now. */
  draw(change?: Partial<CalendarFlowState>): void;
  /** Shows the range and reads what of it is not known or not fresh. */
  show(): void;
  /** Reads what of the range is not fresh; never rejects. */
  reread(): Promise<void>;
  /** Takes the coach's zone, by whose dates days are known. */
  meet(timeZone: string): void;
  /** A booking was changed here: what lies beside the calendar is looked for again. */
  touched(): void;
  fail(error: unknown, intent: string, redo: () => void, id?: string | null): void;
}
