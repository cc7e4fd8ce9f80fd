import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { audienceOf, isWanted } from '../../domain/delivery/choices.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { besideMail } from '../../domain/delivery/derive.ts';
import type { Deps } from '../ports/deps.ts';
import { personWithDevices } from './person-with-devices.ts';
import type { Readers } from './readers.ts';

export type BesideMailsNeeds = Pick<Deps, 'pushSubscriptions'>;

const BESIDE = ['sms', 'push'] as const;

/** Only who has an account chooses, and has devices. */
const mayChoose = ({ channel, kind, role }: Delivery, { attendee }: Booking): boolean =>
  channel === 'email' && kind !== 'reminder' && (role !== 'attendee' || attendee.kind === 'client');

/**
 * Returns the SMS and push messages that go along with the mails about events, to those who want them; push messages to
 * those who have a device. What is chosen later is seen when they are sent.
 */
export async function besideMails(
  core: BesideMailsNeeds,
  readers: Readers,
  booking: Booking,
  head: CoachHead | null,
  messages: readonly Delivery[],
): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  for (const mail of head ? messages.filter((message) => mayChoose(message, booking)) : []) {
    const recipient = await readers(mail.role, booking, head!);
    for (const channel of recipient ? BESIDE : []) {
      if (!isWanted(mail.kind, channel, audienceOf(mail.role), recipient!.choices)) continue;
      if (channel === 'push' && (await personWithDevices(core, recipient!)) === undefined) continue;
      found.push(besideMail(mail, channel));
    }
  }
  return found;
}
