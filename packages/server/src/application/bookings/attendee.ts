import type { BookingAttendee } from '../../domain/booking/booking.ts';
import { isRelation } from '../../domain/client/connection.ts';
import { sourceOf } from '../../domain/lead/source.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { bookingsBetween, currentConnection } from '../people/connect-booking.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { saveLead, storedContact } from '../people/contact.ts';
import { lastContactId } from '../leads/known-leads.ts';
import type { Lead } from '../ports/leads.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isCoachSideOf, isInScope, refuseInput, scopeOf } from '../kernel/scope.ts';
import type { BookingRequest } from './booking-request.ts';
import { contactOfUser } from '../people/contacts.ts';
import type { KnownAttendee } from '../people/known-attendee.ts';

export type AttendeeNeeds = Pick<
  Core,
  'cache' | 'phones' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users' | 'connections'
>;

const leadNotFound = (id: string): Refusal => new Refusal('LEAD_NOT_FOUND', `No lead ${id} for this caller.`);
const clientNotFound = (id: string): Refusal => new Refusal('CLIENT_NOT_FOUND', `No client ${id} for this caller.`);

/** Returns the account as it is now; an account that cannot sign in takes no bookings. */
const clientAttendee = async ({ users }: Pick<Core, 'users'>, context: Context, id: string): Promise<KnownAttendee> => {
  const user = await users.byId(id);
  if (!user || user.role !== 'client' || !user.active || !isInScope(context, user)) throw clientNotFound(id);
  return { kind: 'client', id, contact: contactOfUser(user) };
};

/**
 * Returns whether the caller may name only clients of their own: coaches and staff name a client with whom the coach
 * has a booking that was not cancelled, or who shares their profile. A booking shows contact details, so a guessed id
 * must not be worth that. A caller that reaches the whole partner names any client of it.
 */
const namesOnlyTheirs = ({ reach }: Context): boolean => reach !== 'partner';

const mayName = async (
  core: Pick<Core, 'bookings' | 'connections'>,
  context: Context,
  coachId: string,
  id: string,
): Promise<boolean> => {
  if (!namesOnlyTheirs(context)) return true;
  const names = { ...scopeOf(context), coachId, clientId: id };
  return (await currentConnection(core, names)) !== null || (await bookingsBetween(core, names)).some(isRelation);
};

const namedClient = async (
  core: Pick<Core, 'bookings' | 'users' | 'connections'>,
  context: Context,
  coachId: string,
  id: string,
): Promise<KnownAttendee> => {
  if (!(await mayName(core, context, coachId, id))) throw clientNotFound(id);
  return clientAttendee(core, context, id);
};

/** Returns the coach's zone, by which a phone number without a country code is read; the cache mostly has it. */
const zoneNear = async (
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  context: Context,
  coachId: string,
): Promise<string> => {
  const seen = core.cache.lastSeen(coachId);
  const head = seen && isInScope(context, seen) ? seen : (await readCoach(core, context, coachId)).head;
  return head.schedule.timeZone;
};

/**
 * Returns the id of the last contact that this coach received in a form; for a caller that reaches the whole partner,
 * that any coach received.
 */
const contactIdOf = async (
  { bookings }: Pick<Core, 'bookings'>,
  context: Context,
  coachId: string,
  lead: Lead,
): Promise<string> => {
  if (!namesOnlyTheirs(context)) return lead.contactId;
  return lastContactId(lead, await bookings.ofAttendees({ ...scopeOf(context), coachId, attendeeIds: [lead.id] }));
};

/** Returns the client where the lead has registered since. */
const namedLead = async (
  core: AttendeeNeeds,
  context: Context,
  coachId: string,
  id: string,
): Promise<KnownAttendee> => {
  const lead = await core.leads.byId(id);
  const isTheirs = lead?.coachIds.includes(coachId) || !namesOnlyTheirs(context);
  if (!lead || !isTheirs || !isInScope(context, lead)) throw leadNotFound(id);
  const { clientId } = lead;
  if (clientId !== undefined && (await mayName(core, context, coachId, clientId)))
    return clientAttendee(core, context, clientId);
  const contactId = await contactIdOf(core, context, coachId, lead);
  const contact = lead.contacts.find((one) => one.id === contactId);
  if (!contact) throw leadNotFound(id);
  return { kind: 'lead', contact, id };
};

/**
 * Returns the attendee of a booking. A client who books is the attendee; else it is the client or lead that was named,
 * or the details of the form. Throws CLIENT_NOT_FOUND, LEAD_NOT_FOUND, COACH_NOT_FOUND, and INVALID_REQUEST unless
 * exactly one of them was sent, and for a visitor without an e-mail.
 */
export async function attendeeOf(
  core: AttendeeNeeds,
  context: Context,
  input: InputOf<'createBooking'>,
): Promise<KnownAttendee> {
  const { attendee, leadId, clientId } = input;
  const { caller } = context;
  if (caller.kind === 'session' && caller.role === 'client') {
    if (attendee) refuseInput('attendee', 'Who is signed in books for themselves.');
    return clientAttendee(core, context, caller.userId);
  }
  if ([attendee, leadId, clientId].filter((given) => given !== undefined).length > 1) {
    refuseInput(clientId === undefined ? 'leadId' : 'clientId', 'Send one of attendee, leadId and clientId.');
  }
  if (clientId !== undefined) return namedClient(core, context, input.coachId, clientId);
  if (leadId !== undefined) return namedLead(core, context, input.coachId, leadId);
  if (!attendee) return refuseInput('attendee', 'Who is the booking for?');
  if (attendee.email === undefined && !isCoachSideOf(context, input.coachId))
    refuseInput('attendee.email', 'Must be there: nothing else reaches you.');
  const phone =
    attendee.phone === undefined
      ? undefined
      : core.phones.normalise(attendee.phone, await zoneNear(core, context, input.coachId));
  return { kind: 'lead', contact: storedContact({ ...attendee, ...present({ phone }) }) };
}

/**
 * Returns the attendee as the booking records it. Saves the details of a form with the lead of its e-mail, or with
 * one of their own, and that the lead booked this coach.
 */
export async function bookedAttendee(
  core: Pick<Core, 'newId' | 'leads'>,
  { context, input, attendee }: Pick<BookingRequest, 'context' | 'input' | 'attendee'>,
  { coachId, bookingId }: { readonly coachId: string; readonly bookingId: string },
): Promise<BookingAttendee> {
  if (attendee.kind === 'client') return { kind: 'client', id: attendee.id };
  const { contact } = attendee;
  const { utm, referrer } = input;
  const origin = { coachId, source: sourceOf(utm, referrer), ...present({ utm }) };
  const id = await saveLead(core, scopeOf(context), contact, origin, {
    bookingId,
    leadId: attendee.id,
    now: context.now,
  });
  return { kind: 'lead', id, contactId: contact.id };
}
