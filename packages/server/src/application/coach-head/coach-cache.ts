import { LRUCache } from 'lru-cache';
import { compilePlan, type CompiledPlan } from '../../domain/availability/compile.ts';
import { planOf, type CoachHead } from '../../domain/coach/coach.ts';
import { slugKeyOf } from '../../domain/coach/slug.ts';
import type { CoachCache } from '../ports/coach-cache.ts';

/** Creates a cache of `max` coaches; beyond, the least recently used one is dropped. */
export function createCoachCache(max = 2000): CoachCache {
  const ids = new LRUCache<string, string>({ max });
  const heads = new LRUCache<string, CoachHead>({ max });
  const plans = new LRUCache<string, { readonly version: number; readonly plan: CompiledPlan }>({ max });
  return {
    idOfSlug: (space, slug) => ids.get(slugKeyOf(space, slug)),
    lastSeen: (coachId) => heads.get(coachId),
    remember: (head) => {
      heads.set(head.id, head);
      ids.set(slugKeyOf(head, head.slug), head.id);
    },
    forgetSlug: (space, slug) => {
      ids.delete(slugKeyOf(space, slug));
    },
    planOf: (head) => {
      const known = plans.get(head.id);
      if (known?.version === head.version) return known.plan;
      const plan = compilePlan(planOf(head));
      if (!known || known.version < head.version) plans.set(head.id, { version: head.version, plan });
      return plan;
    },
  };
}
