import type { Instant } from '@coach-booking/time/instant';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { LedgerScope } from './ledgers.ts';

/** The calendar to take. */
export interface SourceDue {
  /** One partner's; undefined is all of the mode. */
  readonly partnerId?: string;
  readonly mode: 'test' | 'live';
  /** Due at or before this instant of the rules' clock. */
  readonly dueBy: Instant;
  /** Real time. One whose lease has run out may be taken. */
  readonly realNow: Instant;
  /** Real time until which the taker has it. */
  readonly leasedUntil: Instant;
}

/**
 * Calendars kept elsewhere. Every change is one compare-and-set on `version`. One that is marked as deleted stays until
 * `remove`.
 */
export interface CalendarSources {
  /** Returns false when the id is taken. */
  insert(source: CalendarSource): Promise<boolean>;
  byId(scope: LedgerScope, id: string): Promise<CalendarSource | null>;
  /** Returns all of a coach, the oldest first. */
  ofCoach(coachId: string): Promise<readonly CalendarSource[]>;
  /** Replaces it, with the next version; false when the stored version is another. */
  replace(source: CalendarSource, expectedVersion: number): Promise<boolean>;
  /** Removes it where it has this version. */
  remove(id: string, expectedVersion: number): Promise<void>;
  /** Takes up the active one that has been due for longest, under a new fence and version. Null when none is due. */
  lease(due: SourceDue): Promise<CalendarSource | null>;
  /** Returns whether any is due. */
  isAnyDue(due: Omit<SourceDue, 'leasedUntil'>): Promise<boolean>;
  /** Returns coaches of whom something is not yet in what the slots read, of both modes. */
  coachesToShow(limit: number): Promise<readonly (LedgerScope & { readonly coachId: string })[]>;
}
