import { instant, plus, type Instant } from '@coach-booking/time/instant';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { isLasting, type PushChannel, type SourcePush } from '../../domain/calendar-source/push.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { callGraph, listGraph, type GraphAccount, type GraphNeeds, type GraphObject } from './graph.ts';

export type SubscriptionNeeds = GraphNeeds & Pick<Core, 'tokens' | 'publicUrl'>;
export type MicrosoftSource = CalendarSource & { readonly kind: 'microsoft' };

/**
 * Microsoft's documents give events 4,230 or 10,080 minutes, by their age, and Graph refuses what is too long. So the
 * shorter is asked for, and what comes back counts.
 */
const ASKED_FOR = 4200 * MINUTE;
/** Between two attempts where no subscription is given, such as behind a wall that Graph cannot pass. */
const RETRY_EVERY = HOUR;

const resourceOf = (calendarId: string): string => `/me/calendars/${calendarId}/events`;

/** Returns where Graph reports changes of a source; undefined where it cannot reach this server. */
export function hookOf(
  { tokens, publicUrl }: SubscriptionNeeds,
  { id, partnerId, mode }: MicrosoftSource,
): string | undefined {
  const base = publicUrl();
  if (!base.startsWith('https:')) return undefined;
  return `${base}/hooks/microsoft/${tokens.signPush({ sourceId: id, partnerId, mode })}`;
}

const channelOf = (calendarId: string, answer: GraphObject): PushChannel => {
  const { id, expirationDateTime } = answer;
  const expiresAt = Date.parse(String(expirationDateTime));
  if (typeof id !== 'string' || Number.isNaN(expiresAt)) throw new ProviderFailure('BAD_ANSWER', 'unknown');
  return { calendarId, id, expiresAt: instant(expiresAt) };
};

/** Returns one that a process has made which died before it was noted, so that none is there twice. */
const found = async (core: SubscriptionNeeds, source: MicrosoftSource, calendarId: string, hook: string) => {
  const all = await listGraph(core, source, { path: '/subscriptions' });
  return all.find(({ notificationUrl, resource }) => notificationUrl === hook && resource === resourceOf(calendarId));
};

const renewed = async (
  core: SubscriptionNeeds,
  source: MicrosoftSource,
  { id, calendarId }: PushChannel,
  until: string,
): Promise<PushChannel | null> => {
  const path = `/subscriptions/${encodeURIComponent(id)}`;
  try {
    return channelOf(
      calendarId,
      await callGraph(core, source, { method: 'PATCH', path, json: { expirationDateTime: until } }),
    );
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'gone') return null;
    throw error;
  }
};

const opened = async (
  core: SubscriptionNeeds,
  source: MicrosoftSource,
  calendarId: string,
  hook: string,
  now: Instant,
): Promise<PushChannel> => {
  const known = source.push?.channels.find((channel) => channel.calendarId === calendarId);
  if (known && isLasting(known, now)) return known;
  const until = isoInstant(plus(now, ASKED_FOR));
  const again = known ?? (await found(core, source, calendarId, hook).then((one) => one && channelOf(calendarId, one)));
  const kept = again && (await renewed(core, source, again, until));
  if (kept) return kept;
  const json = {
    changeType: 'created,updated,deleted',
    notificationUrl: hook,
    lifecycleNotificationUrl: hook,
    resource: resourceOf(calendarId),
    expirationDateTime: until,
    clientState: core.tokens.signPushState(source.id),
  };
  return channelOf(calendarId, await callGraph(core, source, { method: 'POST', path: '/subscriptions', json }));
};

/** Ends subscriptions, as far as Graph can be reached; what is left ends by itself within three days. */
export async function endSubscriptions(
  core: GraphNeeds,
  account: GraphAccount,
  channels: readonly PushChannel[],
): Promise<void> {
  const calls = channels.map(({ id }) =>
    callGraph(core, account, { method: 'DELETE', path: `/subscriptions/${encodeURIComponent(id)}` }),
  );
  for (const ended of await Promise.allSettled(calls))
    if (ended.status === 'rejected' && !(ended.reason instanceof ProviderFailure)) throw ended.reason;
}

/**
 * Opens, renews and ends subscriptions, so that Graph reports changes of each calendar of a source. Returns those that
 * are there now. What fails is tried again in an hour; until then the source is asked more often.
 */
export async function keepSubscriptions(
  core: SubscriptionNeeds,
  source: MicrosoftSource,
  now: Instant,
): Promise<SourcePush> {
  const hook = hookOf(core, source);
  const before = source.push?.channels ?? [];
  const isWanted = ({ calendarId }: PushChannel) => source.calendars.some(({ id }) => id === calendarId);
  const left = hook === undefined ? before : before.filter((channel) => !isWanted(channel));
  if (left.length > 0) await endSubscriptions(core, source, left);
  if (hook === undefined) return { channels: [] };
  if (source.push?.retryAt !== undefined && now < source.push.retryAt)
    return { channels: before.filter(isWanted), retryAt: source.push.retryAt };
  const channels: PushChannel[] = [];
  let isMissing = false;
  for (const { id } of source.calendars)
    try {
      channels.push(await opened(core, source, id, hook, now));
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      isMissing = true;
      channels.push(...before.filter(({ calendarId, expiresAt }) => calendarId === id && now < expiresAt));
    }
  return { channels, ...(isMissing && { retryAt: plus(now, RETRY_EVERY) }) };
}
