import type { CompiledPlan } from '../../domain/availability/compile.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { SlugSpace } from '../../domain/coach/slug.ts';

/** What a process remembers of coaches. Never an answer: a head is read anew before it decides anything. */
export interface CoachCache {
  /** Ids never change, slugs may: compare with the head that is then read. */
  idOfSlug(space: SlugSpace, slug: string): string | undefined;
  /** The head as last seen, perhaps out of date. */
  lastSeen(coachId: string): CoachHead | undefined;
  remember(head: CoachHead): void;
  forgetSlug(space: SlugSpace, slug: string): void;
  /** The compiled form of exactly this version of the head. */
  planOf(head: CoachHead): CompiledPlan;
}
