import type { Instant } from '@coach-booking/time/instant';
import type { CompiledPlan } from '../../domain/availability/compile.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { SlugSpace } from '../../domain/coach/slug.ts';

/** A process's cache of coaches. Never an answer: a head is read again before it decides anything. */
export interface CoachCache {
  /** Returns the id last seen for a slug. Ids never change, slugs may: compare with the head that is read then. */
  idOfSlug(space: SlugSpace, slug: string): string | undefined;
  /** Returns the head as last seen, perhaps out of date. */
  lastSeen(coachId: string): CoachHead | undefined;
  remember(head: CoachHead): void;
  forgetSlug(space: SlugSpace, slug: string): void;
  /** Returns the compiled form of exactly this version of the head, as of an instant of the rules' clock. */
  planOf(head: CoachHead, now: Instant): CompiledPlan;
}
