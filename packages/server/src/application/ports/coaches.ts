import type { CoachHead } from '../../domain/coach/coach.ts';
import type { SlugSpace } from '../../domain/coach/slug.ts';
import type { Counted } from '../kernel/counts.ts';
import type { LedgerScope } from './ledgers.ts';

export interface CoachPage extends Counted {
  /** By name and then id. */
  readonly coaches: readonly CoachHead[];
}

/** Where a page starts: after the coach with this name key and id. */
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

/** The order of names: case and accents apart. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** The heads of coaches. */
export interface Coaches {
  /** Null when there is none; the caller checks whose it is. */
  byId(id: string): Promise<CoachHead | null>;
  /** Of all live coaches, or of the test coaches of a partner. The caller checks whose a live one is. */
  idOfSlug(space: SlugSpace, slug: string): Promise<string | null>;
  /** Which of these slugs and all that begin with the first are in use there, to find a free one. */
  slugsLike(space: SlugSpace, slug: string): Promise<readonly string[]>;
  list(query: CoachQuery): Promise<CoachPage>;
  /** All with somebody in the team, or once in it, who has an e-mail; inactive and removed coaches too. */
  withReachableStaff(scope: LedgerScope): Promise<readonly CoachHead[]>;
  /**
   * `id_taken`: this coach was inserted before. `slug_taken`: another of its mode has the slug, and of its partner
   * where that is test.
   */
  insert(head: CoachHead): Promise<'inserted' | 'id_taken' | 'slug_taken'>;
  /** Compare-and-set: writes the head, whose version is one more, where the version is still the expected one. */
  replace(head: CoachHead, expectedVersion: number): Promise<'replaced' | 'stale' | 'slug_taken'>;
}
