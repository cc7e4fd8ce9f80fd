import type { Booking } from '../../domain/booking/booking.ts';
import { remindersFor, type CoachHead } from '../../domain/coach/coach.ts';
import { remindersOfReader } from '../../domain/delivery/choices.ts';
import type { DeliveryRole } from '../../domain/delivery/delivery.ts';
import type { OwnReminders } from '../../domain/delivery/derive.ts';
import { defaultSchedule, type Reminders } from '../../domain/schedule/schedule.ts';
import type { Readers } from '../messaging/readers.ts';

/** The rules of reminders of all recipients of a booking's messages. */
export interface RulesOfReaders {
  /** Of the attendee: their own, else the coach's. */
  readonly reminders: Reminders;
  /** Of the coach side, as far as they have own ones. */
  readonly own: readonly OwnReminders[];
}

/** Returns the roles of the coach side in a booking. */
export function teamRolesOf({ staffId }: Pick<Booking, 'staffId'>): readonly DeliveryRole[] {
  return staffId === undefined ? ['coach'] : ['coach', `staff:${staffId}`];
}

/** Returns the reminders of the attendee. Only a client has own ones, which stand in place of the coach's. */
export async function remindersOfAttendee(readers: Readers, booking: Booking, head: CoachHead): Promise<Reminders> {
  const ofCoach = remindersFor(head, booking);
  if (booking.attendee.kind !== 'client') return ofCoach;
  return remindersOfReader(ofCoach, (await readers('attendee', booking, head))?.choices, 'attendee');
}

/** Returns the rules by which the readers of a booking are reminded. */
export async function rulesOfReaders(
  readers: Readers,
  booking: Booking,
  head: CoachHead | null,
): Promise<RulesOfReaders> {
  if (!head) return { reminders: defaultSchedule.reminders, own: [] };
  const own: OwnReminders[] = [];
  for (const role of teamRolesOf(booking)) {
    const rules = (await readers(role, booking, head))?.choices?.reminders;
    if (rules?.length) own.push({ role, rules });
  }
  return { reminders: await remindersOfAttendee(readers, booking, head), own };
}
