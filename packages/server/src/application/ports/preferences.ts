import type { Preferences } from '../../domain/calendar/preferences.ts';
import type { LedgerScope } from './ledgers.ts';

/** Each coach's settings of the calendar: one document for a coach, replaced whole. */
export interface CalendarPreferences {
  /** Returns null before they are set. The caller checks the coach. */
  of(coachId: string): Promise<Preferences | null>;
  /** Replaces them; the last writer wins, since nothing else depends on them. */
  replace(scope: LedgerScope, coachId: string, preferences: Preferences): Promise<void>;
}
