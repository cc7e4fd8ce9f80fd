import { readCoach } from '../coach-head/read-coach.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { knownLeads } from './known-leads.ts';
import { leadOfCoach } from './lead-of-coach.ts';
import { leadView } from './lead-view.ts';

type GetLeadNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

/** Returns a lead as this coach sees it. Throws COACH_NOT_FOUND, FORBIDDEN, LEAD_NOT_FOUND. */
export const getLead: UseCase<'getLead', GetLeadNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const lead = await leadOfCoach(core, context, head.id, input.id);
  const [known] = await knownLeads(core, scopeOf(context), head.id, [lead]);
  return { data: leadView(known!, context.now) };
};
