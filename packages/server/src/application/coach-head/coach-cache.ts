import { LRUCache } from 'lru-cache';
import { compilePlan, type CompiledPlan } from '../../domain/availability/compile.ts';
import { isBlockedAsStale } from '../../domain/calendar-source/outside-busy.ts';
import { planOf, type CoachHead } from '../../domain/coach/coach.ts';
import { slugKeyOf } from '../../domain/coach/slug.ts';
import type { CoachCache } from '../ports/coach-cache.ts';

/** Creates a cache of `max` coaches; beyond, the least recently used one is dropped. */
export function createCoachCache(max = 2000): CoachCache {
  const ids = new LRUCache<string, string>({ max });
  const heads = new LRUCache<string, CoachHead>({ max });
  const plans = new LRUCache<
    string,
    { readonly version: number; readonly revision: number; readonly plan: CompiledPlan }
  >({ max });
  const planFor = (head: CoachHead): CompiledPlan => {
    const { id, version } = head;
    const revision = head.outside?.revision ?? 0;
    const known = plans.get(id);
    if (known?.version === version && known.revision === revision) return known.plan;
    const plan = compilePlan(planOf(head));
    // One that is behind in either is of a reader who was slow.
    if (!known || (known.version <= version && known.revision <= revision)) plans.set(id, { version, revision, plan });
    return plan;
  };
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
    planOf: (head, now) => {
      const plan = planFor(head);
      return isBlockedAsStale(head.outside, now) ? { ...plan, externalStale: true } : plan;
    },
  };
}
