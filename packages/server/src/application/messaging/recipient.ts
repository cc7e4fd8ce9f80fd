import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { MessageChoices } from '../../domain/delivery/choices.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { accountOfCoach } from '../people/account-of-coach.ts';
import { contactIn, ERASED } from '../people/contact.ts';
import { contactOfUser } from '../people/contacts.ts';
import type { Contact } from '../ports/leads.ts';
import type { Core } from '../ports/core.ts';

export type RecipientNeeds = Pick<Core, 'leads' | 'users'>;

/** The reader of a message, as of this moment. */
export interface Recipient {
  /** The account, of those who have one. */
  readonly userId?: string | undefined;
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** BCP 47 */
  readonly language?: string | undefined;
  /** IANA */
  readonly timeZone: string;
  /** The choices of the account about messages. */
  readonly choices?: MessageChoices | undefined;
}

type PersonOf = Pick<Recipient, 'name' | 'email' | 'phone'>;
const personOf = ({ name, email, phone }: PersonOf): PersonOf => ({ name, email, phone });

/** The attendee's contact and language; null for a person who was erased. */
const attendeeOf = async (
  { leads, users }: RecipientNeeds,
  { attendee, language }: Booking,
): Promise<(Pick<Recipient, 'userId' | 'language' | 'choices'> & { readonly contact: Contact }) | null> => {
  if (attendee.kind === 'client') {
    const [client] = await users.byIds([attendee.id]);
    if (!client) return null;
    const { id: userId, choices } = client;
    return { contact: contactOfUser(client), language: client.language ?? language, userId, choices };
  }
  const [lead] = await leads.byIds([attendee.id]);
  const contact = contactIn(lead, attendee.contactId);
  return contact === ERASED ? null : { contact, language };
};

/** The account of a member of the team, who need not have one. */
const accountOfMember = async ({ users }: RecipientNeeds, { partnerId, mode, id }: CoachHead, staffId: string) => {
  const query = { partnerId, mode, role: 'staff', coachId: id, active: true, limit: 100 } as const;
  return (await users.list(query)).users.find((user) => user.staffId === staffId);
};

/** Returns the recipient of a message, or null when there is none any more: erased, or no longer of the team. */
export async function recipientOf(
  core: RecipientNeeds,
  { role }: Pick<Delivery, 'role'>,
  booking: Booking,
  head: CoachHead,
): Promise<Recipient | null> {
  if (role === 'attendee') {
    const found = await attendeeOf(core, booking);
    if (!found) return null;
    const { contact, ...account } = found;
    return { ...personOf(contact), ...account, timeZone: booking.timeZone };
  }
  const { timeZone } = head.schedule;
  const account = await accountOfCoach(core, head);
  if (role === 'coach') {
    const person = account ? personOf(account) : { name: head.name };
    return { ...person, userId: account?.id, language: account?.language, choices: account?.choices, timeZone };
  }
  const member = head.staff.find(({ id, active }) => active && `staff:${id}` === role);
  if (!member) return null;
  const own = await accountOfMember(core, head, member.id);
  return { ...personOf(member), userId: own?.id, language: account?.language, choices: own?.choices, timeZone };
}
