import type { Instant } from '@coach-booking/time/instant';
import { isTimeZone } from '@coach-booking/time/zone';
import type { Core } from '../ports/core.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import type { Contact, Lead, LeadUpsert, StoredContact } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { cleanEmail, cleanName, emailKeyOf } from '../../domain/person/written.ts';
import { present } from '../kernel/present.ts';
import { refuseInput } from '../kernel/scope.ts';

/**
 * Returns the details as one form gave them, with a normalised phone number. Throws INVALID_REQUEST for an unknown
 * zone.
 */
export function storedContact(given: {
  name: string;
  email?: string;
  phone?: string;
  timeZone?: string;
}): StoredContact {
  const contact = present({
    name: cleanName(given.name),
    email: given.email === undefined ? undefined : cleanEmail(given.email),
    phone: given.phone,
    timeZone: given.timeZone,
  });
  if (contact.timeZone !== undefined && !isTimeZone(contact.timeZone))
    refuseInput('attendee.timeZone', 'Must be an IANA time zone.');
  return { id: fingerprint(contact).slice(0, 24), ...contact };
}

/** The coach that a lead booked, and the origin of the booking. */
export type LeadOrigin = Pick<LeadUpsert, 'coachId' | 'source' | 'utm'>;

/** For which booking a contact is saved. */
export interface SavedFor {
  readonly bookingId: string;
  /** The lead that was named; else it is found by the e-mail. */
  readonly leadId?: string | undefined;
  readonly now: Instant;
}

/**
 * Saves the contact with the lead of its e-mail; without one with the lead that was named, else with a lead of its own,
 * whose id follows from the booking's, so that a request that is sent again makes no second one (R18). Idempotent.
 * Returns the lead's id.
 */
export function saveLead(
  { newId, leads }: Pick<Core, 'newId' | 'leads'>,
  scope: LedgerScope,
  contact: StoredContact,
  origin: LeadOrigin,
  { bookingId, leadId, now }: SavedFor,
): Promise<string> {
  const { email } = contact;
  if (email !== undefined)
    return leads.upsert({ ...scope, ...origin, emailKey: emailKeyOf(email), contact, newId: newId(), now });
  const id = leadId ?? fingerprint(['lead', bookingId]).slice(0, 24);
  return leads.upsert({ ...scope, ...origin, contact, newId: id, now });
}

/** Replaces a person's details once they are erased. */
export const ERASED: Contact = { name: '—' };

/**
 * Returns the contact that a booking was made with: never a newer one, which another person may have given under the
 * same e-mail. Of one that is no longer stored the address is left, which all of the lead's have.
 */
export function contactIn(lead: Lead | null | undefined, contactId: string): Contact {
  const found = lead?.contacts.find(({ id }) => id === contactId);
  if (found) return found;
  return lead?.emailKey === undefined ? ERASED : { name: lead.emailKey, email: lead.emailKey };
}
