import { instant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import { eventsPath } from '../../domain/calendar-google/google-event.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { isLasting, type PushChannel, type SourcePush } from '../../domain/calendar-source/push.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { callGoogle, type GoogleNeeds } from './google-api.ts';

export type ChannelNeeds = GoogleNeeds & Pick<Core, 'tokens' | 'publicUrl' | 'newId'>;
export type GoogleSource = CalendarSource & { readonly kind: 'google' };

/** Google may answer less. */
const ASKED_FOR = 7 * DAY;
const RETRY_EVERY = HOUR;

/** The part of Google's answer that is read. */
interface Opened {
  readonly id?: string;
  readonly resourceId?: string;
  /** Milliseconds, as text. */
  readonly expiration?: string;
}

/** Returns the address of notices; undefined where Google could not call it. */
const hookOf = ({ publicUrl, tokens }: ChannelNeeds, { id, partnerId, mode }: GoogleSource): string | undefined => {
  const origin = publicUrl();
  return origin.startsWith('https:')
    ? `${origin}/hooks/google/${tokens.signPush({ sourceId: id, partnerId, mode })}`
    : undefined;
};

/** Ends channels, as far as Google can be reached; what is left ends by itself within a week. */
export async function endChannels(
  core: GoogleNeeds,
  connectionId: string,
  channels: readonly PushChannel[],
): Promise<void> {
  const calls = channels.map(({ id, resourceId = '' }) =>
    callGoogle(core, connectionId, { method: 'POST', path: '/channels/stop', json: { id, resourceId } }),
  );
  for (const ended of await Promise.allSettled(calls))
    if (ended.status === 'rejected' && !(ended.reason instanceof ProviderFailure)) throw ended.reason;
}

const open = async (
  core: ChannelNeeds,
  source: GoogleSource,
  calendarId: string,
  hook: string,
  now: Instant,
): Promise<PushChannel> => {
  const json = {
    id: core.newId(),
    type: 'web_hook',
    address: hook,
    token: core.tokens.signPushState(source.id),
    expiration: String(plus(now, ASKED_FOR)),
  };
  const call = { method: 'POST', path: `${eventsPath(calendarId)}/watch`, json } as const;
  const { id, resourceId, expiration } = (await callGoogle<Opened>(core, source.connectionId, call)) ?? {};
  const until = Number(expiration);
  if (id === undefined || resourceId === undefined || !(until > now))
    throw new ProviderFailure('BAD_ANSWER', 'unknown');
  return { calendarId, id, resourceId, expiresAt: instant(until) };
};

/**
 * Opens and ends channels, so that Google reports changes of each calendar of a source: none can be prolonged, so
 * another one is opened a day before one ends. Returns those that are there now. What fails is tried again in an hour;
 * until then the source is asked more often.
 */
export async function keepChannels(core: ChannelNeeds, source: GoogleSource, now: Instant): Promise<SourcePush> {
  const hook = hookOf(core, source);
  const before = source.push?.channels ?? [];
  const isWanted = ({ calendarId }: PushChannel): boolean => source.calendars.some(({ id }) => id === calendarId);
  const left = hook === undefined ? before : before.filter((channel) => !isWanted(channel));
  if (left.length > 0) await endChannels(core, source.connectionId, left);
  if (hook === undefined) return { channels: [] };
  const { retryAt } = source.push ?? {};
  if (retryAt !== undefined && now < retryAt) return { channels: before.filter(isWanted), retryAt };
  const channels: PushChannel[] = [];
  let isMissing = false;
  for (const { id } of source.calendars) {
    const known = before.find(({ calendarId }) => calendarId === id);
    if (known && isLasting(known, now)) {
      channels.push(known);
      continue;
    }
    try {
      channels.push(await open(core, source, id, hook, now));
      if (known) await endChannels(core, source.connectionId, [known]);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      isMissing = true;
      if (known && now < known.expiresAt) channels.push(known);
    }
  }
  return { channels, ...(isMissing && { retryAt: plus(now, RETRY_EVERY) }) };
}
