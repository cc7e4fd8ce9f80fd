import type { Preferences } from '../../domain/calendar/preferences.ts';
import type { LedgerScope } from './ledgers.ts';

/** How each coach likes the calendar: one document for a coach, replaced whole. */
export interface CalendarPreferences {
  /** Null until there were any. The caller checks whose coach it is. */
  of(coachId: string): Promise<Preferences | null>;
  /** The last writer wins: a coach's taste hangs on nothing, and nothing on it. */
  replace(scope: LedgerScope, coachId: string, preferences: Preferences): Promise<void>;
}
