import { stateOf } from '../../domain/calendar-source/calendar-source.ts';
import type { AccountDelivery } from '../../domain/delivery/account-delivery.ts';
import { PROVIDER_NAMES } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import type { MailKind } from '../ports/mail.ts';
import type { User } from '../ports/users.ts';

export type CoachNoticeNeeds = Pick<Core, 'calendarSources' | 'providerConnections'>;

/** The calendars or accounts that a mail to a coach names. */
export type CoachNotice = { readonly calendars: readonly string[] } | { readonly accounts: readonly string[] };

type CoachNoticeKind = Extract<MailKind, 'calendar_failed' | 'connection_revoked' | 'meetings_limited'>;

/** Returns whether mails of this kind are about what else the coach has. */
export function isCoachNotice(kind: string): kind is CoachNoticeKind {
  return kind === 'calendar_failed' || kind === 'connection_revoked' || kind === 'meetings_limited';
}

/** Returns the calendars of a coach that were stale when the mail was made, and were not read since. */
const staleOf = async ({ calendarSources }: CoachNoticeNeeds, { createdAt }: AccountDelivery, coachId: string) =>
  (await calendarSources.ofCoach(coachId))
    .filter((source) => source.deletedAt === undefined && stateOf(source, createdAt) === 'stale')
    .map(({ name }) => name);

/** Returns the accounts of a coach whose connections are revoked. */
const revokedOf = async ({ providerConnections }: CoachNoticeNeeds, scope: AccountDelivery, coachId: string) =>
  (await providerConnections.ofCoach(scope, coachId))
    .filter(({ state, task }) => state === 'revoked' && task !== 'end')
    .map(({ provider, account }) => `${PROVIDER_NAMES[provider]} (${account})`);

/** Returns what a mail to a coach is about, as it is now; null where it is about nothing any more. */
export async function coachNoticeOf(
  core: CoachNoticeNeeds,
  delivery: AccountDelivery,
  kind: CoachNoticeKind,
  { coachId }: User,
): Promise<CoachNotice | null> {
  if (coachId === undefined) return null;
  if (kind === 'meetings_limited') return { accounts: [] };
  const names =
    kind === 'calendar_failed' ? await staleOf(core, delivery, coachId) : await revokedOf(core, delivery, coachId);
  if (names.length === 0) return null;
  return kind === 'calendar_failed' ? { calendars: names } : { accounts: names };
}
