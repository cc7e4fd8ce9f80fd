import type { Booking } from '../../domain/booking/booking.ts';
import type { FeedDetail } from '../../domain/calendar/calendar-feed.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { ExternalRecord, RecordAccount, RecordProvider } from '../../domain/external-record/external-record.ts';
import { isWanted } from '../../domain/external-record/wish.ts';
import { isMade } from '../../domain/video/video.ts';
import type { Instant } from '@coach-booking/time/instant';
import { writtenTexts, type WrittenTextsNeeds } from '../calendar-feeds/written-texts.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { RecordSession } from '../ports/external-record-adapters.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { called } from './provider-call.ts';

export type AimNeeds = Pick<Core, 'recordAdapters' | 'calendarSources'> & WrittenTextsNeeds;

/** A place at a provider, and what is to be there. */
export interface Aim {
  readonly provider: RecordProvider;
  readonly account: RecordAccount;
  readonly session: RecordSession;
  /** Of all that the provider is given; what it has with the same is not written again. */
  readonly digest: string;
}

type Target = Pick<Aim, 'provider' | 'account'> & { readonly detail?: FeedDetail };

const accountForVideo = async (core: AimNeeds, booking: Booking): Promise<Target | null> => {
  const { partnerId, mode, coachId, staffId, video } = booking;
  if (!isMade(video)) return null;
  const adapter = core.recordAdapters(mode)[video.provider];
  if (!adapter) throw new ProviderFailure('NOT_SET_UP', 'revoked');
  const account = await called(() => adapter.accountOf({ partnerId, mode, coachId, ...present({ staffId }) }));
  if (!account) throw new ProviderFailure('NOT_CONNECTED', 'revoked');
  return { provider: video.provider, account };
};

/** The calendar is part of the account: a booking moves along when its source writes into another one. */
const accountForCalendar = async (core: AimNeeds, record: ExternalRecord): Promise<Target | null> => {
  const source = await core.calendarSources.byId(record, record.account.sourceId!);
  if (source?.writesTo === undefined || source.deletedAt !== undefined) return null;
  const { writesTo: host, writesDetail: detail = 'title' } = source;
  return { provider: record.provider, account: { sourceId: source.id, host }, detail };
};

/** Returns the session as a provider is to have it. All who join see a meeting's title, so it names the coach. */
const sessionOf = async (
  core: AimNeeds,
  { kind }: ExternalRecord,
  booking: Booking,
  head: CoachHead,
  detail: FeedDetail = 'title',
): Promise<RecordSession> => {
  const { id, time, serviceTitle, status, version, video } = booking;
  const service = head.services.find(({ id: one }) => one === booking.serviceId)?.video;
  const made = isMade(service) && service.provider === video?.provider ? service : video;
  const { start, end } = time!;
  const about = { bookingId: id, start, end, timeZone: head.schedule.timeZone, status, version };
  if (kind === 'video')
    return {
      ...about,
      title: `${serviceTitle} · ${head.name}`,
      ...present({ settings: isMade(made) ? made.settings && { ...made.settings } : undefined }),
    };
  const { summary: title, description, location } = await writtenTexts(core, booking, head, detail);
  return { ...about, title, ...present({ description, location }) };
};

/**
 * Returns what is to be at the provider; null when nothing is, and `kept` where it stays as it is: nothing is made for
 * a session that has begun, or changed for one that is over. Throws a ProviderFailure where no account is connected.
 */
export async function aimOf(
  core: AimNeeds,
  record: ExternalRecord,
  booking: Booking | null,
  head: CoachHead | null,
  now: Instant,
): Promise<Aim | 'kept' | null> {
  if (!booking || !head || head.deletedAt !== undefined || record.isErased || !isWanted(booking)) return null;
  const { start, end } = booking.time!;
  if (end <= now || (start <= now && !record.object)) return 'kept';
  const target = await (record.kind === 'video' ? accountForVideo(core, booking) : accountForCalendar(core, record));
  if (!target) return null;
  const { detail, ...place } = target;
  const session = await sessionOf(core, record, booking, head, detail);
  const { status: _status, version: _version, ...given } = session;
  return { ...place, session, digest: fingerprint(given) };
}
