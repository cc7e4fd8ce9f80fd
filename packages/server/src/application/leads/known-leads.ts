import { contactOfUser } from '../people/contacts.ts';
import type { Core } from '../ports/core.ts';
import type { AttendeeBooking } from '../ports/booking-reads.ts';
import type { Contact, Lead } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { contactIn } from '../people/contact.ts';
import type { KnownLead } from './lead-view.ts';

/** Returns the attendee ids: guests are booked under the lead, registered ones also under the account. */
const idsOf = ({ id, clientId }: Lead): string[] => (clientId === undefined ? [id] : [id, clientId]);

/**
 * Returns whether bookings with this coach belong to the account. Otherwise the coach must not see it: anyone can type
 * a client's address.
 */
const isClientHere = (bookings: readonly AttendeeBooking[]): boolean =>
  bookings.some(({ attendee }) => attendee.kind === 'client');

/**
 * Returns the id of the contact in the last form among these bookings; where there is none, of the last form at all.
 */
export function lastContactId(lead: Lead, bookings: readonly AttendeeBooking[]): string {
  return (
    bookings.flatMap(({ attendee }) => (attendee.kind === 'lead' ? attendee.contactId : [])).at(-1) ?? lead.contactId
  );
}

/**
 * Returns the account's details for a registered lead; else those of the last form that this coach received, never
 * another coach's.
 */
const contactOf = (lead: Lead, bookings: readonly AttendeeBooking[], client: User | undefined): Contact =>
  client ? contactOfUser(client) : contactIn(lead, lastContactId(lead, bookings));

/** Returns what one coach may see of these leads, in three reads at most. */
export async function knownLeads(
  core: Pick<Core, 'bookings' | 'users'>,
  scope: LedgerScope,
  coachId: string,
  leads: readonly Lead[],
): Promise<readonly KnownLead[]> {
  const { partnerId, mode } = scope;
  const clientIds = leads.flatMap(({ clientId }) => clientId ?? []);
  const [bookings, clients] = await Promise.all([
    core.bookings.ofAttendees({ partnerId, mode, coachId, attendeeIds: leads.flatMap(idsOf) }),
    clientIds.length === 0 ? [] : core.users.byIds(clientIds),
  ]);
  return leads.map((lead) => {
    const ids = idsOf(lead);
    const own = bookings.filter(({ attendee }) => ids.includes(attendee.id));
    const client = isClientHere(own) ? clients.find(({ id }) => id === lead.clientId) : undefined;
    return {
      lead,
      coachId,
      bookings: own,
      contact: contactOf(lead, own, client),
      ...present({ clientId: client?.id }),
    };
  });
}
