import { behaviourOf } from '../../domain/lead/behaviour.ts';
import { leadScore } from '../../domain/lead/score.ts';
import type { Candidate } from '../../domain/recommend/features.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { isTimeZone, zoneOf } from '@coach-booking/time/zone';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import { knownLeads } from '../leads/known-leads.ts';
import { leadOfCoach } from '../leads/lead-of-coach.ts';
import { markOf } from '../leads/lead-view.ts';
import type { Core } from '../ports/core.ts';

export type CandidateNeeds = Pick<Core, 'bookings' | 'leads' | 'users'>;

/**
 * Returns what is known of the person to whom slots are recommended: of a lead the sessions with this coach alone.
 * Throws LEAD_NOT_FOUND.
 */
export async function candidateOf(
  core: CandidateNeeds,
  context: Context,
  head: CoachHead,
  { leadId, timeZone }: { readonly leadId?: string | undefined; readonly timeZone?: string | undefined },
): Promise<Candidate> {
  const coachZone = head.schedule.timeZone;
  if (leadId === undefined) return { zone: zoneOf(timeZone ?? coachZone), past: [] };
  const lead = await leadOfCoach(core, context, head.id, leadId);
  const [known] = await knownLeads(core, scopeOf(context), head.id, [lead]);
  const { bookings, contact } = known!;
  const own = contact.timeZone !== undefined && isTimeZone(contact.timeZone) ? contact.timeZone : undefined;
  const isMissed = (status: string): boolean => status === 'cancelled' || status === 'no_show';
  return {
    zone: zoneOf(timeZone ?? own ?? coachZone),
    past: bookings.flatMap(({ status, time }) => (time && !isMissed(status) ? [time.start] : [])),
    score: leadScore(behaviourOf(bookings, contact.phone !== undefined), context.now),
    ...present({ temperature: markOf(lead, head.id)?.temperature }),
  };
}
