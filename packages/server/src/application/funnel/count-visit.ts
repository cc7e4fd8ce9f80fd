import { readVisibleCoach } from '../coach-head/read-coach.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { offeredServices } from '../../domain/coach/coach.ts';
import { placeOf } from './place-of.ts';

type CountVisitStepNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'funnelCounts' | 'background'>;

/**
 * Counts a step of a visit to a widget, after the answer. A visit is counted where no service is, so that it counts
 * once, however many it looks at. Throws COACH_NOT_FOUND, SERVICE_NOT_FOUND.
 */
export const countVisit: UseCase<'countVisit', CountVisitStepNeeds> = (core) => async (context, input) => {
  const { step, isFirst = false, serviceId, source } = input;
  const { head } = await readVisibleCoach(core, context, input.coach);
  if (serviceId !== undefined && !offeredServices(head).some(({ id }) => id === serviceId))
    throw new Refusal('SERVICE_NOT_FOUND', `Coach ${head.slug} offers no service ${serviceId}.`);
  if (context.dryRun) return { data: { counted: false } };
  const [scope, { timeZone }] = [scopeOf(context), head.schedule];
  const of = { coachId: head.id, timeZone, at: context.now, source };
  if (isFirst) core.background.add(core.funnelCounts.add(scope, placeOf(of), { visits: 1 }));
  if (serviceId !== undefined)
    core.background.add(core.funnelCounts.add(scope, placeOf({ ...of, serviceId }), { [step]: 1 }));
  return { data: { counted: true } };
};
