import { compilePlan, type CompiledPlan } from '../../domain/availability/compile.ts';
import { planOf, type CoachHead } from '../../domain/coach/coach.ts';
import { slugKeyOf } from '../../domain/coach/slug.ts';
import type { CoachCache } from '../ports/coach-cache.ts';

/** Adds at the end and lets the oldest go. */
const put = <V>(map: Map<string, V>, key: string, value: V, limit: number): void => {
  map.delete(key);
  map.set(key, value);
  if (map.size > limit) map.delete(map.keys().next().value!);
};

export const createCoachCache = (limit = 2000): CoachCache => {
  const ids = new Map<string, string>();
  const heads = new Map<string, CoachHead>();
  const plans = new Map<string, { readonly version: number; readonly plan: CompiledPlan }>();
  return {
    idOfSlug: (space, slug) => ids.get(slugKeyOf(space, slug)),
    lastSeen: (coachId) => heads.get(coachId),
    remember: (head) => {
      put(heads, head.id, head, limit);
      put(ids, slugKeyOf(head, head.slug), head.id, limit);
    },
    forgetSlug: (space, slug) => {
      ids.delete(slugKeyOf(space, slug));
    },
    planOf: (head) => {
      const known = plans.get(head.id);
      if (known?.version === head.version) return known.plan;
      const plan = compilePlan(planOf(head));
      if (!known || known.version < head.version) put(plans, head.id, { version: head.version, plan }, limit);
      return plan;
    },
  };
};
