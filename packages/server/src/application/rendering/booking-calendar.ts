import type { Instant } from '@coach-booking/time/instant';
import type { BookingStatus } from '../../domain/booking/status.ts';
import { messageLanguageOf, type Audience, type MessageKind } from '../../domain/message/message.ts';
import { paragraphsOf, type Line } from '../../domain/message/marked-text.ts';
import { bookingIcs, type BookingEvent, type CalendarPerson } from '../mail/booking-ics.ts';
import { calendarUid } from '../mail/ics.ts';
import type { Templates } from '../ports/templates.ts';
import { localeOf } from './locale.ts';
import type { MessageBrand, MessageData } from './message-data.ts';
import { messageValues, scopeOf } from './message-values.ts';
import { standardTemplate, standardTextsIn } from './standard/standard-template.ts';

/** The method of the calendar file of a mail. A kind that is not here has none: reminders would add a session twice. */
const methods: Readonly<Partial<Record<MessageKind, BookingEvent['method']>>> = {
  requested: 'REQUEST',
  confirmed: 'REQUEST',
  changed: 'REQUEST',
  declined: 'CANCEL',
  expired: 'CANCEL',
  cancelled: 'CANCEL',
};

export interface CalendarRequest {
  readonly kind: MessageKind;
  readonly audience: Audience;
  /** BCP 47: the reader's. */
  readonly language?: string | undefined;
  readonly brand: MessageBrand;
  readonly data: MessageData;
  readonly bookingId: string;
  readonly status: BookingStatus;
  /** The booking's `calendarSequence`. */
  readonly sequence: number;
  /** The address that mails come from. */
  readonly sender: string;
  /** The recipient of the mail. */
  readonly recipient: CalendarPerson;
  /** When the file is made: real time, which no test's clock puts before an earlier file. */
  readonly madeAt: Instant;
}

export interface BookingCalendar {
  readonly method: BookingEvent['method'];
  readonly content: string;
}

/** In a calendar nothing is isolated: programs show the signs for it. */
const textOf = (paragraphs: readonly (readonly Line[])[]): string =>
  paragraphs.map((lines) => lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).join('\n\n');

/**
 * Returns the calendar file that goes with a mail, or null where none does: of kinds that change nothing, and of a
 * booking without a time. All files of a booking have one id, and each newer one a higher number.
 */
export function bookingCalendar(templates: Templates, request: CalendarRequest): BookingCalendar | null {
  const { kind, audience, brand, data, sender, recipient } = request;
  const method = methods[kind];
  const { start, end, links, place } = data;
  if (!method || start === undefined || end === undefined) return null;
  const language = messageLanguageOf(request.language);
  const texts = standardTextsIn(language, brand.tone);
  const locale = localeOf(language, request.language);
  const values = messageValues(data, brand, { audience, channel: 'email', locale, words: texts.words });
  const { subject } = standardTemplate({ kind: 'confirmed', channel: 'email', audience, language })!;
  const rendered = templates.renderStandard([subject!, texts.calendar[audience]], scopeOf(values));
  const [summary, description] = rendered.map((text) => textOf(paragraphsOf(text))) as [string, string];
  const isCancelled = method === 'CANCEL';
  const content = bookingIcs({
    method,
    uid: calendarUid(request.bookingId),
    // A member who no longer runs it receives an end that the booking does not have.
    sequence: request.sequence + (isCancelled && request.status !== 'cancelled' ? 1 : 0),
    status: isCancelled ? 'CANCELLED' : request.status === 'pending' ? 'TENTATIVE' : 'CONFIRMED',
    start,
    end,
    stamp: request.madeAt,
    summary,
    description,
    location: place ?? links.join,
    url: audience === 'coach' ? links.calendar : links.manage,
    organizer: { name: data.coach.name, address: sender },
    attendee: recipient,
  });
  return { method, content };
}
