import type { Instant } from '@coach-booking/time/instant';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { SlugSpace } from '../../domain/coach/slug.ts';
import type { Counted } from '../kernel/counts.ts';
import type { LedgerScope } from './ledgers.ts';

export interface CoachPage extends Counted {
  /** By name and then id. */
  readonly coaches: readonly CoachHead[];
}

/** The start of a page: after the coach with this name key and id. */
export interface CoachPosition {
  readonly nameKey: string;
  readonly id: string;
}

export interface CoachQuery extends LedgerScope {
  /** Whether they take bookings; absent: those that do and those that do not. */
  readonly active?: boolean;
  readonly specialty?: string;
  readonly after?: CoachPosition;
  readonly limit: number;
}

/** Returns the sort key of a name: without case and accents. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** The heads of coaches. */
export interface Coaches {
  /** Returns null when there is none; the caller checks the scope. */
  byId(id: string): Promise<CoachHead | null>;
  /**
   * Returns the id among all live coaches, or among the test coaches of a partner. The caller checks the scope of a
   * live one.
   */
  idOfSlug(space: SlugSpace, slug: string): Promise<string | null>;
  /** Returns which of these slugs, and of those that begin with the first, are in use there, to find a free one. */
  slugsLike(space: SlugSpace, slug: string): Promise<readonly string[]>;
  list(query: CoachQuery): Promise<CoachPage>;
  /**
   * Returns the coaches with a present or former member of staff who has an e-mail; inactive and deleted coaches too.
   */
  withReachableStaff(scope: LedgerScope): Promise<readonly CoachHead[]>;
  /** Yields the coaches of all partners and modes who are not deleted, for the start of a process. Read on demand. */
  everywhere(): AsyncIterable<CoachHead>;
  /** Returns coaches with `remindersSince`, of all partners or of one. */
  withNewReminders(limit: number, scope?: LedgerScope): Promise<readonly CoachHead[]>;
  /** Removes `remindersSince` where it is still this one. Does not change the version. */
  remindersMade(id: string, since: Instant): Promise<void>;
  /**
   * Inserts a head. `id_taken`: this coach was inserted before. `slug_taken`: another of its mode has the slug, and of
   * its partner where that is test.
   */
  insert(head: CoachHead): Promise<'inserted' | 'id_taken' | 'slug_taken'>;
  /** Replaces the head by compare-and-set: its version is one more than the expected one. */
  replace(head: CoachHead, expectedVersion: number): Promise<'replaced' | 'stale' | 'slug_taken'>;
}
