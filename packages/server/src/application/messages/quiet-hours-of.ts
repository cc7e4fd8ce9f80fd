import { zoneOf, type Zone } from '@coach-booking/time/zone';
import type { Booking } from '../../domain/booking/booking.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { defaultQuietHours, type QuietHours } from '../../domain/delivery/quiet-hours.ts';
import type { Deps } from '../ports/deps.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

export type QuietHoursNeeds = Pick<Deps, 'messaging'>;

/** Creates a reader of the quiet hours of partners, each read once. */
export function createQuietHours({ messaging }: QuietHoursNeeds): (scope: LedgerScope) => Promise<QuietHours> {
  const known = new Map<string, QuietHours>();
  return async ({ partnerId, mode }) => {
    const key = `${partnerId} ${mode}`;
    const hours = known.get(key) ?? (await messaging.of({ partnerId, mode }))?.quietHours ?? defaultQuietHours;
    known.set(key, hours);
    return hours;
  };
}

/** Returns the zone of a message's reader: of an attendee the booking's, of others the coach's. */
export function zoneOfReader({ role }: Pick<Delivery, 'role'>, { timeZone }: Booking, ofCoach: string): Zone {
  return zoneOf(role === 'attendee' ? timeZone : ofCoach);
}
