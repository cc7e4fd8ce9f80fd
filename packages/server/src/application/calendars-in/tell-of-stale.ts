import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { stateOf, type CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { AccountDelivery } from '../../domain/delivery/account-delivery.ts';
import type { Core } from '../ports/core.ts';

export type TellOfStaleNeeds = Pick<Core, 'calendarSources' | 'deliveries' | 'users' | 'realNow'>;

const TOLD_EVERY = DAY;

/** Returns one mail a person and date, so that several calendars, or processes, make no second one. */
const mailTo = (
  { partnerId, mode, coachId }: CalendarSource,
  userId: string,
  now: Instant,
  realNow: Instant,
): AccountDelivery => ({
  id: `${coachId}:calendar_failed:${userId}:${isoInstant(now).slice(0, 10)}`,
  partnerId,
  mode,
  userId,
  kind: 'calendar_failed',
  channel: 'email',
  role: 'account',
  about: {},
  dueAt: realNow,
  state: 'due',
  attempt: 0,
  failures: 0,
  leasedUntil: null,
  createdAt: now,
});

/**
 * Notifies the coach's account, once a day at most, that a calendar has not been readable for a day. The mail is kept
 * before that is noted, so that a process that dies in between makes it no second time.
 */
export async function tellOfStale(core: TellOfStaleNeeds, source: CalendarSource, now: Instant): Promise<void> {
  const { partnerId, mode, coachId, toldAt } = source;
  if (stateOf(source, now) !== 'stale' || (toldAt !== undefined && now < plus(toldAt, TOLD_EVERY))) return;
  const query = { partnerId, mode, role: 'coach', coachId, active: true, limit: 20 } as const;
  const { users } = await core.users.list(query);
  const realNow = core.realNow();
  await core.deliveries.insert(
    users.map(({ id }) => mailTo(source, id, now, realNow)),
    realNow,
  );
  const stored = await core.calendarSources.byId(source, source.id);
  if (stored?.fence === source.fence) await core.calendarSources.replace({ ...stored, toldAt: now }, stored.version);
}
