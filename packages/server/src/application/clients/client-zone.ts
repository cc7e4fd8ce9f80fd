import { fromEpochDay, type PlainDate } from '@coach-booking/time/plain-date';
import { localDayOf, zoneOf } from '@coach-booking/time/zone';
import type { User } from '../ports/users.ts';

/** The zone in which a client's dates are meant: the account's, else UTC. */
export function clientZone({ timeZone }: Pick<User, 'timeZone'>): string {
  return timeZone ?? 'UTC';
}

/** The date that it is for a client at an instant. */
export function clientToday(user: Pick<User, 'timeZone'>, now: number): PlainDate {
  return fromEpochDay(localDayOf(zoneOf(clientZone(user)), now));
}
