import type { Booking } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';
import { contactIn, ERASED } from './contact.ts';
import type { Contact } from '../ports/leads.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';

/** Returns the attendee's contact of one of the bookings that were read. */
export type ContactOf = (booking: Pick<Booking, 'attendee'>) => Contact;

/** Returns the account's present details. */
export function contactOfUser({ name, email, phone, timeZone }: User): Contact {
  return present({ name, email, phone, timeZone });
}

const idsOf = (bookings: readonly Pick<Booking, 'attendee'>[], kind: Booking['attendee']['kind']): string[] => [
  ...new Set(bookings.flatMap(({ attendee }) => (attendee.kind === kind ? [attendee.id] : []))),
];

const byId = async <T extends { readonly id: string }>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<ReadonlyMap<string, T>> => new Map((ids.length > 0 ? await read(ids) : []).map((one) => [one.id, one]));

/** Reads the contacts of all these bookings' attendees, leads and clients, in one read of each kind that occurs. */
export async function contactsOf(
  core: Pick<Core, 'leads' | 'users'>,
  bookings: readonly Pick<Booking, 'attendee'>[],
): Promise<ContactOf> {
  const [leads, clients] = await Promise.all([
    byId(idsOf(bookings, 'lead'), (ids) => core.leads.byIds(ids)),
    byId(idsOf(bookings, 'client'), (ids) => core.users.byIds(ids)),
  ]);
  return ({ attendee }) => {
    if (attendee.kind === 'lead') return contactIn(leads.get(attendee.id), attendee.contactId);
    const client = clients.get(attendee.id);
    return client ? contactOfUser(client) : ERASED;
  };
}

/** Returns the contact of one booking's attendee. */
export async function contactOf(core: Pick<Core, 'leads' | 'users'>, booking: Booking): Promise<Contact> {
  return (await contactsOf(core, [booking]))(booking);
}
