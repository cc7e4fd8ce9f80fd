import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { Lead } from '../ports/leads.ts';

/** Returns a lead who booked the coach. Throws LEAD_NOT_FOUND for any other. */
export async function leadOfCoach(
  { leads }: Pick<Core, 'leads'>,
  context: Context,
  coachId: string,
  id: string,
): Promise<Lead> {
  const lead = await leads.byId(id);
  if (!lead || !isInScope(context, lead) || !lead.coachIds.includes(coachId))
    throw new Refusal('LEAD_NOT_FOUND', `No lead ${id} of this coach.`);
  return lead;
}
