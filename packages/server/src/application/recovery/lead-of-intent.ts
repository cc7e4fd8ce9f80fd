import { minus, type Instant } from '@coach-booking/time/instant';
import { BOOKING_SWEEP_AFTER } from '../../domain/booking/claim.ts';
import { sourceOf } from '../../domain/lead/source.ts';
import type { Intent } from '../../domain/recovery/intent.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import { present } from '../kernel/present.ts';
import { storedContact } from '../people/contact.ts';
import type { Core } from '../ports/core.ts';
import type { Lead } from '../ports/leads.ts';

/** Returns the id of the lead that an intent makes where its e-mail has none: several processes make the same one. */
export function leadIdOf(intentId: string): string {
  return fingerprint(['lead of intent', intentId]).slice(0, 24);
}

/** Saves the person of an intent with the lead of the e-mail. Returns the lead's id. Idempotent. */
export async function saveLeadOf({ leads }: Pick<Core, 'leads'>, intent: Intent): Promise<string | undefined> {
  const { id, partnerId, mode, coachId, contact, emailKey, utm, timeZone, abandonsAt } = intent;
  if (!contact || emailKey === undefined) return undefined;
  const { name = contact.email, email, phone } = contact;
  return leads.upsert({
    partnerId,
    mode,
    emailKey,
    coachId,
    contact: storedContact(present({ name, email, phone, timeZone })),
    source: sourceOf(utm, undefined),
    ...present({ utm }),
    newId: leadIdOf(id),
    now: abandonsAt,
  });
}

export type TidyLeadNeeds = Pick<Core, 'leads' | 'intents' | 'bookings'>;

/** Returns whether a booking that has just saved its contact with the lead may still be stored. */
const isInUse = (lead: Lead, intents: readonly Intent[], now: Instant): boolean =>
  !intents.some(({ abandonsAt }) => abandonsAt === lead.updatedAt) && lead.updatedAt > minus(now, BOOKING_SWEEP_AFTER);

/**
 * Removes the lead of an intent that was withdrawn when nothing else is known of it, and takes it from the list of a
 * coach who knows nothing else of it. One that is in use stays. R43.
 */
export async function tidyLead(core: TidyLeadNeeds, intent: Intent, leadId: string, now: Instant): Promise<void> {
  const lead = await core.leads.byId(leadId);
  if (!lead || lead.partnerId !== intent.partnerId || lead.mode !== intent.mode) return;
  const [named, bookings] = await Promise.all([
    core.intents.ofLead(intent, leadId),
    core.bookings.ofAttendee(intent, leadId),
  ]);
  const others = named.filter(({ id }) => id !== intent.id);
  const intents = [intent, ...others];
  if (isInUse(lead, intents, now)) return;
  const living = others.filter(({ contact }) => contact);
  const knows = (coach: string): boolean =>
    living.some(({ coachId }) => coachId === coach) ||
    bookings.some(({ coachId }) => coachId === coach) ||
    lead.marks.some(({ coachId }) => coachId === coach);
  const isOfIntents = intents.some(({ id }) => leadIdOf(id) === leadId);
  if (isOfIntents && lead.clientId === undefined && !lead.coachIds.some(knows) && bookings.length === 0)
    await core.leads.removeUnchanged(lead);
  else if (!knows(intent.coachId)) await core.leads.leaveCoach(lead, intent.coachId);
}
