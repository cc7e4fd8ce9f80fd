import type { Instant } from '@coach-booking/time/instant';
import { stateOf } from '../../domain/calendar-source/calendar-source.ts';
import { hostOf } from '../../domain/calendar-source/source-access.ts';
import type { AccountDelivery } from '../../domain/delivery/account-delivery.ts';
import { PROVIDER_NAMES } from '../../domain/provider-connection/provider-connection.ts';
import { messageLanguageOf } from '../../domain/message/message.ts';
import { changedOfCoach } from '../external-records/changes-there.ts';
import { localeOf } from '../rendering/locale.ts';
import { dateText, timeText } from '../rendering/moment-words.ts';
import type { Core } from '../ports/core.ts';
import type { MailKind } from '../ports/mail.ts';
import type { User } from '../ports/users.ts';

export type CoachNoticeNeeds = Pick<Core, 'calendarSources' | 'providerConnections' | 'externalRecords' | 'bookings'>;

/** The calendars, accounts or sessions that a mail to a coach names. */
export type CoachNotice =
  | { readonly calendars: readonly string[] }
  | { readonly accounts: readonly string[] }
  | { readonly sessions: readonly string[] };

const KINDS = ['calendar_failed', 'connection_revoked', 'meetings_limited', 'record_failed', 'changed_there'] as const;
type CoachNoticeKind = Extract<MailKind, (typeof KINDS)[number]>;

/** Returns whether mails of this kind are about what else the coach has. */
export function isCoachNotice(kind: string): kind is CoachNoticeKind {
  return (KINDS as readonly string[]).includes(kind);
}

/** Returns the calendars of a coach that were stale when the mail was made, and were not read since. */
const staleOf = async ({ calendarSources }: CoachNoticeNeeds, { createdAt }: AccountDelivery, coachId: string) =>
  (await calendarSources.ofCoach(coachId))
    .filter((source) => source.deletedAt === undefined && stateOf(source, createdAt) === 'stale')
    .map(({ name }) => name);

/** Returns the accounts of a coach that let us in no more: those of OAuth, and those with a password. */
const revokedOf = async (
  { providerConnections, calendarSources }: CoachNoticeNeeds,
  scope: AccountDelivery,
  coachId: string,
) => {
  const [connections, sources] = await Promise.all([
    providerConnections.ofCoach(scope, coachId),
    calendarSources.ofCoach(coachId),
  ]);
  return [
    ...connections
      .filter(({ state, task }) => state === 'revoked' && task !== 'end')
      .map(({ provider, account }) => `${PROVIDER_NAMES[provider]} (${account})`),
    ...sources
      .filter(({ kind, failure, deletedAt }) => kind === 'caldav' && failure === 'REVOKED' && deletedAt === undefined)
      .map((source) => `${hostOf(source)} (${source.name})`),
  ];
};

/** A mail names so many sessions at most. */
const SESSIONS = 10;
const NAMES = { ...PROVIDER_NAMES, google_meet: 'Google Meet', caldav: 'CalDAV' } as const;

type Manner = Parameters<typeof dateText>[1];

/** Returns how times are written to a coach. */
const mannerOf = ({ language = 'en', timeZone = 'UTC' }: User): Manner => ({
  locale: localeOf(messageLanguageOf(language), language),
  timeZone,
  isShort: false,
});

const whenText = (at: Instant, manner: Manner): string => `${dateText(at, manner)}, ${timeText(at, manner)}`;

/** Returns the sessions to come that a provider has no meeting or no event for. */
const failedOf = async (
  { externalRecords, bookings }: CoachNoticeNeeds,
  delivery: AccountDelivery,
  coachId: string,
  user: User,
) => {
  const failed = await externalRecords.failedOfCoach(delivery, coachId);
  const found = await bookings.byIds(delivery, [...new Set(failed.map(({ bookingId }) => bookingId))]);
  const manner = mannerOf(user);
  const named = found.flatMap(({ id, serviceTitle, time }) => {
    if (!time || time.end <= delivery.createdAt) return [];
    const at = [...new Set(failed.filter(({ bookingId }) => bookingId === id).map(({ provider }) => NAMES[provider]))];
    return [{ start: time.start, text: `${serviceTitle}, ${whenText(time.start, manner)} (${at.join(', ')})` }];
  });
  return named
    .sort((a, b) => a.start - b.start)
    .slice(0, SESSIONS)
    .map(({ text }) => text);
};

/** Returns the sessions to come that somebody has moved or deleted in a calendar. */
const changedThereOf = async (core: CoachNoticeNeeds, delivery: AccountDelivery, coachId: string, user: User) => {
  const { partnerId, mode, createdAt } = delivery;
  const [changed, sources] = await Promise.all([
    changedOfCoach(core, { partnerId, mode }, coachId, createdAt),
    core.calendarSources.ofCoach(coachId),
  ]);
  const manner = mannerOf(user);
  const nameOf = (sourceId: string) => sources.find(({ id }) => id === sourceId)?.name ?? '';
  return changed
    .slice(0, SESSIONS)
    .map(
      ({ sourceId, booking: { serviceTitle, time } }) =>
        `${serviceTitle}, ${whenText(time.start, manner)} (${nameOf(sourceId)})`,
    );
};

/** Returns what a mail to a coach is about, as it is now; null where it is about nothing any more. */
export async function coachNoticeOf(
  core: CoachNoticeNeeds,
  delivery: AccountDelivery,
  kind: CoachNoticeKind,
  user: User,
): Promise<CoachNotice | null> {
  const { coachId } = user;
  if (coachId === undefined) return null;
  if (kind === 'meetings_limited') return { accounts: [] };
  const notice = {
    calendar_failed: async () => ({ calendars: await staleOf(core, delivery, coachId) }),
    connection_revoked: async () => ({ accounts: await revokedOf(core, delivery, coachId) }),
    record_failed: async () => ({ sessions: await failedOf(core, delivery, coachId, user) }),
    changed_there: async () => ({ sessions: await changedThereOf(core, delivery, coachId, user) }),
  } as const;
  const found = await notice[kind]();
  return Object.values(found).some((names) => names.length > 0) ? found : null;
}
