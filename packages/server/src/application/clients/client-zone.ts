import type { Instant } from '@coach-booking/time/instant';
import { fromEpochDay, type PlainDate } from '@coach-booking/time/plain-date';
import { localDayOf, zoneOf } from '@coach-booking/time/zone';
import type { User } from '../ports/users.ts';

/** Returns the zone of a client's dates: the account's, else UTC. */
export function clientZone({ timeZone }: Pick<User, 'timeZone'>): string {
  return timeZone ?? 'UTC';
}

/** Returns the client's date at an instant. */
export function clientToday(user: Pick<User, 'timeZone'>, now: Instant): PlainDate {
  return fromEpochDay(localDayOf(zoneOf(clientZone(user)), now));
}
