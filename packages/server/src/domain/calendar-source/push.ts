import { minus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';

/** The way by which a provider reports that a calendar has changed. Instants are real time. */
export interface PushChannel {
  /** One of the source's calendars. */
  readonly calendarId: string;
  /** The provider's name of it. */
  readonly id: string;
  /** Google's name of the calendar, which has to be given to end it. */
  readonly resourceId?: string;
  /** As the provider has answered it, which may be sooner than was asked for. */
  readonly expiresAt: Instant;
}

/** The channels of a source, so that it need not be asked all the time. */
export interface SourcePush {
  readonly channels: readonly PushChannel[];
  /** No channel could be opened: it is tried again then. */
  readonly retryAt?: Instant;
}

/** Long enough for a provider, or this server, to be down for a night. */
const RENEWED_BEFORE = DAY;

/** Returns whether a channel lasts, so that nothing has to be done for it yet. */
export function isLasting({ expiresAt }: PushChannel, now: Instant): boolean {
  return now < minus(expiresAt, RENEWED_BEFORE);
}

/** Returns whether each of these calendars has a channel at an instant: then it is enough to ask once an hour. */
export function hearsOf(push: SourcePush | undefined, calendarIds: readonly string[], now: Instant): boolean {
  return calendarIds.every((wanted) =>
    push?.channels.some(({ calendarId, expiresAt }) => calendarId === wanted && now < expiresAt),
  );
}

/** Returns the same without the promise that a channel lasts, so that the next reading renews it. */
export function toRenew(push: SourcePush, channelId: string, now: Instant): SourcePush {
  return { channels: push.channels.map((one) => (one.id === channelId ? { ...one, expiresAt: now } : one)) };
}

/**
 * Returns the channels after a reading. One that was reported to end while it was read is still to be renewed: `leased`
 * are those with which the reading began, `stored` what became of them since.
 */
export function pushAfter(
  read: SourcePush,
  leased: SourcePush | undefined,
  stored: SourcePush | undefined,
  now: Instant,
): SourcePush {
  const endOf = (push: SourcePush | undefined, id: string) => push?.channels.find((one) => one.id === id)?.expiresAt;
  const ended = read.channels.filter(({ id }) => {
    const until = endOf(stored, id);
    return until !== undefined && until !== endOf(leased, id);
  });
  return ended.reduce((push, { id }) => ({ ...push, ...toRenew(push, id, now) }), read);
}
