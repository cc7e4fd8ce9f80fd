import { calendarChangedAt, calendarSequence } from '../../domain/booking/calendar-revision.ts';
import type { BookingStatus } from '../../domain/booking/status.ts';
import type { CalendarFeed } from '../../domain/calendar/calendar-feed.ts';
import { calendarUid, icsFile, icsInstant, icsText, type IcsEvent } from '../mail/ics.ts';
import type { FeedBooking } from '../ports/booking-reads.ts';
import type { Contact } from '../ports/leads.ts';
import { feedWords } from './feed-words.ts';

/** The facts around the bookings of a feed, which only a full one contains. */
export interface FeedFacts {
  readonly contactOf: (booking: FeedBooking) => Contact;
  /** The names of who holds it: the coach, and the member of the team. */
  readonly heldBy: (booking: FeedBooking) => readonly string[];
  /** The link of our own that leads to the meeting on video. */
  readonly joinUrlOf: (booking: FeedBooking) => string;
  /** The page on which the reader sees all about it. */
  readonly page: string;
}

export interface FeedContent {
  readonly feed: Pick<CalendarFeed, 'name' | 'language' | 'detail' | 'subject'>;
  readonly bookings: readonly FeedBooking[];
  /** Of a feed with the detail `full`. */
  readonly facts?: FeedFacts;
}

const REFRESH = 'PT1H';

/** Statuses of a session that is going to take place. */
const JOINED: readonly BookingStatus[] = ['scheduled', 'confirmed', 'in_progress'];

export type EventTexts = Pick<IcsEvent, 'summary' | 'description' | 'location' | 'url'>;

const linesOf = (...lines: readonly (string | undefined)[]): string =>
  lines.filter((line) => line !== undefined).join('\n');

/** Returns the texts of an event of a booking. They hold no link that opens the booking to a reader of the feed. */
export function eventTexts({ feed, facts }: Omit<FeedContent, 'bookings'>, booking: FeedBooking): EventTexts {
  const words = feedWords[feed.language];
  if (feed.detail === 'busy') return { summary: words.busy };
  if (!facts) return { summary: booking.serviceTitle };
  const { serviceTitle, place, hasVideo } = booking;
  const names = facts.heldBy(booking);
  const address = place && [place.name, place.address].filter(Boolean).join(', ');
  const join = hasVideo && JOINED.includes(booking.status) ? facts.joinUrlOf(booking) : undefined;
  const where = { location: address ?? join, url: facts.page };
  if (feed.subject.kind === 'client') {
    const given = { service: serviceTitle, coach: names.join(', ') };
    const summary = words.with.replaceAll(/\{(service|coach)\}/g, (_, name: keyof typeof given) => given[name]);
    return { summary, description: place?.hint, ...where };
  }
  const { name, email, phone } = facts.contactOf(booking);
  const description = linesOf(email, phone, ...names.slice(1), place?.hint);
  return { summary: `${name}: ${serviceTitle}`, description, ...where };
}

const statusOf = ({ status }: FeedBooking): IcsEvent['status'] =>
  status === 'cancelled' ? 'CANCELLED' : status === 'pending' ? 'TENTATIVE' : 'CONFIRMED';

const eventOf = (content: FeedContent, booking: FeedBooking): IcsEvent => {
  const changedAt = calendarChangedAt(booking);
  return {
    // Also where there is nothing else: by it our own calendar recognises a session that comes back through another
    // one.
    uid: calendarUid(booking.id),
    sequence: calendarSequence(booking),
    status: statusOf(booking),
    start: booking.time.start,
    end: booking.time.end,
    stamp: changedAt,
    ...eventTexts(content, booking),
    lines: [
      `CREATED:${icsInstant(booking.createdAt)}`,
      `LAST-MODIFIED:${icsInstant(changedAt)}`,
      `TRANSP:${booking.status === 'cancelled' ? 'TRANSPARENT' : 'OPAQUE'}`,
    ],
  };
};

/**
 * Returns the text of a feed. The same bookings make the same text, whenever it is made. Programs are asked to read it
 * each hour (RFC 7986, and the older name that Outlook reads).
 */
export function feedFile(content: FeedContent): string {
  const name = icsText(content.feed.name);
  const lines = [
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
  ];
  return icsFile(
    lines,
    content.bookings.map((booking) => eventOf(content, booking)),
  );
}
