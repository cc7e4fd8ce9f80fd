import type { Context } from '../context.ts';
import type { InputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import { storedContact } from '../leads/contact.ts';
import type { StoredContact } from '../ports/leads.ts';
import { Refusal } from '../refusal.ts';
import { isInScope, refuseInput } from '../scope.ts';

/** Who the booking is for. */
export interface KnownAttendee {
  readonly contact: StoredContact;
  /** Of a lead that was named; else the lead is found by the e-mail. */
  readonly leadId?: string;
}

/** The lead that was named, with the details given last, or the details of the form. Throws LEAD_NOT_FOUND, INVALID_REQUEST. */
export const attendeeOf = async (core: Core, context: Context, input: InputOf<'createBooking'>): Promise<KnownAttendee> => {
  const { attendee, leadId } = input;
  if (leadId === undefined) return attendee ? { contact: storedContact(attendee) } : refuseInput('attendee', 'Who is the booking for?');
  if (attendee) refuseInput('leadId', 'Send attendee or leadId, not both.');
  const lead = await core.leads.byId(leadId);
  const contact = lead?.contacts.find(({ id }) => id === lead.contactId);
  if (!lead || !contact || !isInScope(context, lead)) throw new Refusal('LEAD_NOT_FOUND', `No lead ${leadId} for this key.`);
  return { contact, leadId };
};
