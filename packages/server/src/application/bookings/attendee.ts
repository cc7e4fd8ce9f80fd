import type { BookingAttendee } from '../../domain/booking/booking.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import { keepLead, storedContact } from '../leads/contact.ts';
import type { Contact, StoredContact } from '../ports/leads.ts';
import { Refusal } from '../refusal.ts';
import { isInScope, refuseInput, scopeOf } from '../scope.ts';
import { contactOfUser } from './contacts.ts';

/** Who the booking is for. */
export type KnownAttendee =
  | { readonly kind: 'client'; readonly id: string; readonly contact: Contact }
  | {
      readonly kind: 'lead';
      readonly contact: StoredContact;
      /** Of a lead that was named; else the lead is found by the e-mail. */
      readonly id?: string;
    };

/** The account as it is now; one that cannot sign in is nobody to book for. */
const clientAttendee = async (core: Core, context: Context, id: string): Promise<KnownAttendee> => {
  const user = await core.users.byId(id);
  if (!user || user.role !== 'client' || !user.active || !isInScope(context, user)) {
    throw new Refusal('CLIENT_NOT_FOUND', `No client ${id} for this caller.`);
  }
  return { kind: 'client', id, contact: contactOfUser(user) };
};

/** With the details given last. */
const leadAttendee = async (core: Core, context: Context, id: string): Promise<KnownAttendee> => {
  const lead = await core.leads.byId(id);
  const contact = lead?.contacts.find((one) => one.id === lead.contactId);
  if (!lead || !contact || !isInScope(context, lead)) throw new Refusal('LEAD_NOT_FOUND', `No lead ${id} for this key.`);
  return { kind: 'lead', contact, id };
};

/**
 * A client who books is the attendee. Else it is the client or the lead that was named, or the details of the form. Throws CLIENT_NOT_FOUND,
 * LEAD_NOT_FOUND, INVALID_REQUEST when not exactly one of them was sent.
 */
export const attendeeOf = async (core: Core, context: Context, input: InputOf<'createBooking'>): Promise<KnownAttendee> => {
  const { attendee, leadId, clientId } = input;
  const { caller } = context;
  if (caller.kind === 'session' && caller.role === 'client') {
    if (attendee) refuseInput('attendee', 'Who is signed in books for themselves.');
    return clientAttendee(core, context, caller.userId);
  }
  if ([attendee, leadId, clientId].filter((given) => given !== undefined).length > 1) {
    refuseInput(clientId === undefined ? 'leadId' : 'clientId', 'Send one of attendee, leadId and clientId.');
  }
  if (clientId !== undefined) return clientAttendee(core, context, clientId);
  if (leadId !== undefined) return leadAttendee(core, context, leadId);
  return attendee ? { kind: 'lead', contact: storedContact(attendee) } : refuseInput('attendee', 'Who is the booking for?');
};

/** How the booking names them. Keeps the details of a form with the lead of its e-mail. */
export const bookedAttendee = async (core: Core, context: Context, attendee: KnownAttendee): Promise<BookingAttendee> => {
  if (attendee.kind === 'client') return { kind: 'client', id: attendee.id };
  const { contact } = attendee;
  const id = attendee.id ?? (await keepLead(core, scopeOf(context), contact, context.now));
  return { kind: 'lead', id, contactId: contact.id };
};
