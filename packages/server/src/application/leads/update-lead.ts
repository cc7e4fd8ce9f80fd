import type { Instant } from '@coach-booking/time/instant';
import { readCoach } from '../coach-head/read-coach.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import type { Lead, LeadMark } from '../ports/leads.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { knownLeads } from './known-leads.ts';
import { leadOfCoach } from './lead-of-coach.ts';
import { FIRST_VERSION, leadView, markOf } from './lead-view.ts';

type UpdateLeadNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

/** Returns the mark with the given fields. Throws VERSION_CONFLICT for another version. */
const changedMark = (
  lead: Lead,
  coachId: string,
  { temperature, notes, version }: InputOf<'updateLead'>,
  now: Instant,
): LeadMark => {
  const old = markOf(lead, coachId);
  const known = old?.version ?? FIRST_VERSION;
  if (version !== undefined && version !== known)
    throw new Refusal('VERSION_CONFLICT', `Lead ${lead.id} is at version ${known}.`, { version: known });
  return {
    coachId,
    version: known + 1,
    updatedAt: now,
    ...present({
      temperature: temperature === undefined ? old?.temperature : (temperature ?? undefined),
      notes: notes ?? old?.notes,
    }),
  };
};

/**
 * Sets this coach's notes on the lead: a temperature by hand, which null resets to the score's, and text. Throws
 * COACH_NOT_FOUND, FORBIDDEN, LEAD_NOT_FOUND, VERSION_CONFLICT.
 */
export const updateLead: UseCase<'updateLead', UpdateLeadNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const marked = await compareAndSet<Lead, Lead>({
    read: () => leadOfCoach(core, context, head.id, input.id),
    write: async (lead) => {
      const marks = [
        ...lead.marks.filter(({ coachId }) => coachId !== head.id),
        changedMark(lead, head.id, input, context.now),
      ];
      return context.dryRun || (await core.leads.mark(lead, marks)) ? { ...lead, marks } : null;
    },
    otherwise: () => refuseConflict(`Others keep changing lead ${input.id}.`),
  });
  const [known] = await knownLeads(core, scopeOf(context), head.id, [marked]);
  return { data: leadView(known!, context.now) };
};
