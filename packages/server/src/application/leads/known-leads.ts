import { contactOfUser } from '../people/contacts.ts';
import type { Core } from '../ports/core.ts';
import type { AttendeeBooking } from '../ports/booking-reads.ts';
import type { Contact, Lead } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { contactIn } from '../people/contact.ts';
import type { KnownLead } from './lead-view.ts';

/** As a guest they were booked under the lead, since they registered also under the account. */
const idsOf = ({ id, clientId }: Lead): string[] => (clientId === undefined ? [id] : [id, clientId]);

/**
 * Whether bookings with this coach are the account's. Else it is no business of the coach's: anybody can type a
 * client's address.
 */
const isClientHere = (bookings: readonly AttendeeBooking[]): boolean =>
  bookings.some(({ attendee }) => attendee.kind === 'client');

/** Names the details of the last form among these bookings; where there is none, of the last form at all. */
export function lastContactId(lead: Lead, bookings: readonly AttendeeBooking[]): string {
  return (
    bookings.flatMap(({ attendee }) => (attendee.kind === 'lead' ? attendee.contactId : [])).at(-1) ?? lead.contactId
  );
}

/**
 * The account's details for who registered; else those of the last form that this coach was sent, never another
 * coach's.
 */
const contactOf = (lead: Lead, bookings: readonly AttendeeBooking[], client: User | undefined): Contact =>
  client ? contactOfUser(client) : contactIn(lead, lastContactId(lead, bookings));

/** What one coach may know of these leads, in three reads at most. */
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
