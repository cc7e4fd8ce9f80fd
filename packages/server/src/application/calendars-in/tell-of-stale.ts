import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { stateOf, type CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { mailCoach, type MailCoachNeeds } from '../people/mail-coach.ts';
import type { Core } from '../ports/core.ts';

export type TellOfStaleNeeds = Pick<Core, 'calendarSources'> & MailCoachNeeds;

type Kind = 'calendar_failed' | 'connection_revoked';

const TOLD_EVERY = DAY;
/** A server may refuse a right password while it starts. */
const REFUSALS = 2;

/** Returns what no second mail is made for: a person's date, whatever the number of calendars; and a loss. */
const occasionOf = ({ id, coachId, lastGoodAt, createdAt }: CalendarSource, kind: Kind, now: Instant): string =>
  kind === 'calendar_failed'
    ? `${coachId}:${kind}:${isoInstant(now).slice(0, 10)}`
    : `${id}:${kind}:${isoInstant(lastGoodAt ?? createdAt)}`;

/** Returns the mail that a calendar is due for; null for most. An account of OAuth reports its own end. */
const dueKind = (source: CalendarSource, now: Instant): Kind | null => {
  const { kind, failure, failures, toldAt } = source;
  if (stateOf(source, now) === 'stale')
    return toldAt !== undefined && now < plus(toldAt, TOLD_EVERY) ? null : 'calendar_failed';
  const isLost = kind === 'caldav' && failure === 'REVOKED' && failures >= REFUSALS;
  return isLost && toldAt === undefined ? 'connection_revoked' : null;
};

/**
 * Notifies the coach's account that a calendar has not been readable for a day, once a day at most, and that an account
 * at a CalDAV server refuses its password, once. The mail is kept before that is noted, so that a process that dies in
 * between makes it no second time.
 */
export async function tellOfStale(core: TellOfStaleNeeds, source: CalendarSource, now: Instant): Promise<void> {
  const due = dueKind(source, now);
  if (due === null) return;
  const { partnerId, mode, coachId } = source;
  const occasion = occasionOf(source, due, now);
  await mailCoach(core, { partnerId, mode, coachId, kind: due, occasion, createdAt: now });
  const stored = await core.calendarSources.byId(source, source.id);
  if (stored?.fence === source.fence) await core.calendarSources.replace({ ...stored, toldAt: now }, stored.version);
}
