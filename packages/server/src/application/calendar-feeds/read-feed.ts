import { createHash } from 'node:crypto';
import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import { asOf } from '../../domain/booking/expiry.ts';
import type { CalendarFeed } from '../../domain/calendar/calendar-feed.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { standingOf } from '../access/standing.ts';
import { Refusal } from '../kernel/refusal.ts';
import { joinUrlOf } from '../pages/join-url.ts';
import { pageAddress } from '../pages/page-address.ts';
import { contactsOf } from '../people/contacts.ts';
import { guestIdsOf } from '../people/own-bookings.ts';
import type { FeedBooking } from '../ports/booking-reads.ts';
import type { Core } from '../ports/core.ts';
import { feedFile, type FeedFacts } from './feed-file.ts';
import { tokenHashOf } from './feed-token.ts';

export type ReadFeedNeeds = Pick<
  Core,
  | 'calendarFeeds'
  | 'bookings'
  | 'feeds'
  | 'coaches'
  | 'users'
  | 'leads'
  | 'cachedPartner'
  | 'publicUrl'
  | 'tokens'
  | 'realNow'
  | 'background'
>;

export type FactsNeeds = Pick<Core, 'coaches' | 'users' | 'leads' | 'cachedPartner' | 'publicUrl' | 'tokens'>;

/** The answer to a program: a tag, and the text unless it has the one with this tag already. */
export interface FeedAnswer {
  readonly etag: string;
  readonly text: string | null;
}

const BACK = 30 * DAY;
/** The longest booking window is 730 days. */
const AHEAD = 732 * DAY;
/** More would take a program longer to read than its user waits. The latest are left out. */
const MAX_EVENTS = 5000;
/** Rises when the text of the same bookings becomes another one. */
const FORMAT = 1;

/** Returns the coach of a feed, or null of a client's; undefined when the feed has ended. */
const readerOf = async (core: ReadFeedNeeds, feed: CalendarFeed): Promise<CoachHead | null | undefined> => {
  const { partnerId, mode, subject, madeBy } = feed;
  if (subject.kind === 'client') {
    const client = { partnerId, mode, userId: subject.userId, role: 'client' } as const;
    return (await standingOf(core)(client)) ? null : undefined;
  }
  const { coachId, staffId } = subject;
  const read = core.coaches.byId(coachId);
  const coach = { partnerId, mode, coachId };
  const isStanding =
    !madeBy ||
    standingOf({ users: core.users, coaches: { ...core.coaches, byId: () => read } })({
      ...coach,
      ...madeBy,
      ...(madeBy.role === 'staff' && staffId !== undefined && { staffId }),
    });
  const head = await read;
  const isThere = head?.active && head.deletedAt === undefined && head.partnerId === partnerId && head.mode === mode;
  if (!isThere || !(await isStanding)) return undefined;
  const member = head.staff.find(({ id }) => id === staffId);
  return staffId === undefined || (member?.active && member.deletedAt === undefined) ? head : undefined;
};

/** Returns the bookings that a feed shows, as they stand now; cancelled ones for 30 days. */
const bookingsOf = async (core: ReadFeedNeeds, feed: CalendarFeed, today: Instant): Promise<readonly FeedBooking[]> => {
  const { partnerId, mode, subject } = feed;
  const whose =
    subject.kind === 'coach'
      ? { coachId: subject.coachId, ...(subject.staffId !== undefined && { staffId: subject.staffId }) }
      : { attendeeIds: [subject.userId, ...(await guestIdsOf(core, { partnerId, mode }, subject.userId))] };
  const range = { from: minus(today, BACK), to: plus(today, AHEAD) };
  const query = { partnerId, mode, ...whose, ...range, withPlace: feed.detail === 'full', limit: MAX_EVENTS };
  const found = await core.bookings.forFeed(query);
  return found
    .map((booking) => asOf(booking, core.realNow()))
    .filter(
      ({ cancelledAt, status }) => status !== 'cancelled' || cancelledAt === undefined || cancelledAt >= range.from,
    );
};

/** Reads what a full feed contains beside the bookings, in one read of each kind. */
export async function factsOf(
  core: FactsNeeds,
  { partnerId, subject }: Pick<CalendarFeed, 'partnerId' | 'subject'>,
  head: CoachHead | null,
  bookings: readonly FeedBooking[],
): Promise<FeedFacts> {
  const coachIds = head ? [] : [...new Set(bookings.map(({ coachId }) => coachId))];
  const [contactOf, partner, ...heads] = await Promise.all([
    subject.kind === 'coach' ? contactsOf(core, bookings) : () => ({ name: '' }),
    core.cachedPartner(partnerId),
    ...coachIds.map((id) => core.coaches.byId(id)),
  ]);
  const byId = new Map([head, ...heads].flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return {
    contactOf,
    heldBy: ({ coachId, staffId }) => {
      const held = byId.get(coachId);
      const member = held?.staff.find(({ id }) => id === staffId);
      return [held?.name ?? '—', ...(member ? [member.name] : [])];
    },
    joinUrlOf: (booking) => joinUrlOf(core, booking),
    page: pageAddress(core.publicUrl(), partner, subject.kind === 'coach' ? '/desk/calendar' : '/account'),
  };
}

const textOf = async (core: ReadFeedNeeds, feed: CalendarFeed, head: CoachHead | null, today: Instant) => {
  const bookings = await bookingsOf(core, feed, today);
  const facts = feed.detail === 'full' ? { facts: await factsOf(core, feed, head, bookings) } : {};
  return feedFile({ feed, bookings, ...facts });
};

/**
 * Returns the tag and the text of a coach's feed. The tag is made of the number of the coach's latest change, so that a
 * program which has the newest text costs no read of bookings; and of the day, since the range moves with it. The
 * number is read first: a change in between makes a later tag, never a stale text.
 */
const ofCoach = async (
  core: ReadFeedNeeds,
  feed: CalendarFeed,
  head: CoachHead,
  today: Instant,
  isKnown: (etag: string) => boolean,
): Promise<FeedAnswer> => {
  const position = await core.feeds.position(head.id);
  const etag = `W/"${[FORMAT, feed.version, position, today / DAY].join('-')}"`;
  return { etag, text: isKnown(etag) ? null : await textOf(core, feed, head, today) };
};

/** A client's bookings are few and at any coach, so the tag is made of the text. */
const ofClient = async (
  core: ReadFeedNeeds,
  feed: CalendarFeed,
  today: Instant,
  isKnown: (etag: string) => boolean,
): Promise<FeedAnswer> => {
  const text = await textOf(core, feed, null, today);
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 24)}"`;
  return { etag, text: isKnown(etag) ? null : text };
};

const noteRead = (core: ReadFeedNeeds, { id, lastReadAt }: CalendarFeed): void => {
  const now = core.realNow();
  if (lastReadAt === undefined || now - lastReadAt >= HOUR) core.background.add(core.calendarFeeds.noteRead(id, now));
};

/**
 * Returns what the address with this token answers. Throws CALENDAR_FEED_NOT_FOUND for a token that is unknown or was
 * ended, by whatever; PARTNER_SUSPENDED.
 */
export async function readFeed(
  core: ReadFeedNeeds,
  token: string,
  isKnown: (etag: string) => boolean,
): Promise<FeedAnswer> {
  const feed = await core.calendarFeeds.byTokenHash(tokenHashOf(token));
  const reader = feed ? await readerOf(core, feed) : undefined;
  if (!feed || reader === undefined)
    throw new Refusal('CALENDAR_FEED_NOT_FOUND', 'No calendar feed has this address, or it has ended.');
  if ((await core.cachedPartner(feed.partnerId))?.suspendedAt !== undefined)
    throw new Refusal('PARTNER_SUSPENDED', 'The operator of this server has suspended this partner.');
  noteRead(core, feed);
  const today = instant(Math.floor(core.realNow() / DAY) * DAY);
  return reader ? ofCoach(core, feed, reader, today, isKnown) : ofClient(core, feed, today, isKnown);
}
