import { instant } from '@coach-booking/time/instant';
import type {
  Booking,
  BookedTime,
  HistoryEntry,
  OutboxData,
  OutboxEvent,
  VoidBooking,
} from '../../../domain/booking/booking.ts';
import type { AttendeeBooking, FeedBooking } from '../../../application/ports/booking-reads.ts';
import { present } from '../../../application/kernel/present.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { moneyOf, rowOfMoney } from '../rows/money-rows.ts';
import type { Opened, Sealer } from '../sealing/sealer.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';

type TimeKeys = 'start' | 'end';
type HistoryKeys = 'at' | 'originalStart' | 'newStart';
type DataKeys = 'start' | 'end' | 'originalStart';
type BookingKeys = 'createdAt' | 'cancelledAt' | 'releasingAt' | 'expiresAt';

const timeKeys: readonly TimeKeys[] = ['start', 'end'];
const historyKeys: readonly HistoryKeys[] = ['at', 'originalStart', 'newStart'];
const dataKeys: readonly DataKeys[] = ['start', 'end', 'originalStart'];
const bookingKeys: readonly BookingKeys[] = ['createdAt', 'cancelledAt', 'releasingAt', 'expiresAt'];

export type TimeRow = Dated<BookedTime, TimeKeys>;
export type HistoryRow = Dated<HistoryEntry, HistoryKeys>;
export type OutboxRow = Omit<Dated<OutboxEvent, 'at'>, 'data'> & { readonly data: Dated<OutboxData, DataKeys> };

/** A question and its answer. A list, since a person's words cannot be field names. */
export interface AnswerRow {
  readonly question: string;
  readonly answer: string;
}

type Rewritten = 'id' | 'kind' | 'time' | 'answers' | 'history' | 'outbox';

export type BookingRow = Omit<Dated<Booking, BookingKeys>, Rewritten> & {
  readonly _id: string;
  /** `unproven`: no list shows it, and its time is `askedTime`. R14. */
  readonly kind: 'booking' | 'unproven';
  readonly time?: TimeRow;
  readonly askedTime?: TimeRow;
  readonly answers?: readonly AnswerRow[];
  readonly history: readonly HistoryRow[];
  readonly outbox: readonly OutboxRow[];
};

/** Stored in place of a booking; a TTL index on `voidedAt` removes it after a day. */
export interface VoidRow extends LedgerScope {
  readonly _id: string;
  readonly kind: 'void';
  readonly voidedAt: Date;
}

export function rowOfTime(time: BookedTime): TimeRow {
  return withDates(time, timeKeys);
}
export function rowOfHistory(entry: HistoryEntry): HistoryRow {
  return withDates(entry, historyKeys);
}
export function rowOfEvent({ data, ...event }: OutboxEvent): OutboxRow {
  return {
    ...withDates(event, ['at']),
    data: withDates(data, dataKeys),
  };
}

export function rowOfAnswers(answers: Readonly<Record<string, string>>): AnswerRow[] {
  return Object.entries(answers).map(([question, answer]) => ({ question, answer }));
}

export function rowOfBooking(booking: Booking): BookingRow {
  const { id, partnerId, mode, kind, time, answers, history, outbox, ...rest } = withDates(booking, bookingKeys);
  return {
    _id: id,
    partnerId,
    mode,
    kind: rest.unproven ? 'unproven' : kind,
    ...rest,
    ...(rest.price && { price: rowOfMoney(rest.price) }),
    ...(time && { [rest.unproven ? 'askedTime' : 'time']: rowOfTime(time) }),
    ...(answers && { answers: rowOfAnswers(answers) }),
    history: history.map(rowOfHistory),
    outbox: outbox.map(rowOfEvent),
  };
}

const eventOf = ({ data, ...event }: OutboxRow): OutboxEvent => ({
  ...withInstants<Omit<OutboxEvent, 'data'>, 'at'>(event, ['at']),
  data: withInstants<OutboxData, DataKeys>(data, dataKeys),
});

const bookingOf = ({
  _id,
  askedTime,
  time = askedTime,
  answers,
  history,
  outbox,
  ...rest
}: Opened<BookingRow>): Booking => ({
  id: _id,
  ...withInstants<Omit<Booking, Rewritten>, BookingKeys>(rest, bookingKeys),
  kind: 'booking',
  ...(rest.price && { price: moneyOf(rest.price) }),
  ...(time && { time: withInstants<BookedTime, TimeKeys>(time, timeKeys) }),
  ...(answers && { answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])) }),
  history: history.map((entry) => withInstants<HistoryEntry, HistoryKeys>(entry, historyKeys)),
  outbox: outbox.map(eventOf),
});

/**
 * Returns a function that opens documents as bookings. The origin of a booking opens when it is read, since nothing but
 * an export does: that is half of what is sealed in most. So does the room, which only the page to join reads.
 */
export function bookingOpener({
  open,
  openLazily,
  openFieldsLazily,
}: Pick<Sealer, 'open' | 'openLazily' | 'openFieldsLazily'>) {
  return ({ utm, referrer, video, meeting, ...row }: BookingRow): Booking => {
    const { _id, partnerId } = row;
    const origin = openFieldsLazily(row, present({ utm, referrer }));
    const online = video && openLazily({ _id, partnerId, ...present({ video, meeting }) });
    return Object.defineProperties(
      Object.assign(bookingOf(open(row)), online && present({ video: online.video, meeting: online.meeting })),
      Object.getOwnPropertyDescriptors(origin),
    ) as Booking;
  };
}

/** The columns that describe an attendee's behaviour. */
export const attendeeProjection = {
  partnerId: 1,
  coachId: 1,
  status: 1,
  time: 1,
  attendee: 1,
  consent: 1,
  cancelledBy: 1,
  history: 1,
  createdAt: 1,
} as const;

export type AttendeeRow = Pick<BookingRow, keyof typeof attendeeProjection | '_id'>;

export function attendeeBookingOf({
  _id,
  partnerId: _partnerId,
  time,
  history,
  createdAt,
  ...rest
}: Opened<AttendeeRow>): AttendeeBooking {
  return {
    id: _id,
    ...rest,
    ...(time && { time: withInstants<BookedTime, TimeKeys>(time, timeKeys) }),
    history: history.map((entry) => withInstants<HistoryEntry, HistoryKeys>(entry, historyKeys)),
    createdAt: instant(createdAt.getTime()),
  };
}

/** The columns of a calendar feed: none of what is sealed, to which the place is added where it is asked for. */
export const feedProjection = {
  partnerId: 1,
  coachId: 1,
  serviceTitle: 1,
  status: 1,
  attendee: 1,
  staffId: 1,
  cancelledAt: 1,
  createdAt: 1,
  time: 1,
  'video.provider': 1,
  'history.type': 1,
  'history.at': 1,
  'history.from': 1,
  'history.to': 1,
} as const;

export type FeedRow = Pick<
  BookingRow,
  | '_id'
  | 'partnerId'
  | 'coachId'
  | 'serviceTitle'
  | 'status'
  | 'attendee'
  | 'staffId'
  | 'video'
  | 'place'
  | 'cancelledAt'
  | 'createdAt'
  | 'history'
> & { readonly time: TimeRow };

export function feedBookingOf({
  _id,
  partnerId: _partnerId,
  time,
  history,
  video,
  ...rest
}: Opened<FeedRow>): FeedBooking {
  return {
    id: _id,
    ...withInstants<Omit<FeedBooking, 'id' | 'time' | 'hasVideo' | 'history'>, 'cancelledAt' | 'createdAt'>(rest, [
      'cancelledAt',
      'createdAt',
    ]),
    ...(video && { hasVideo: true }),
    time: withInstants<BookedTime, TimeKeys>(time, timeKeys),
    history: history.map((entry) => withInstants<HistoryEntry, HistoryKeys>(entry, historyKeys)),
  };
}

export function voidOf({ _id, kind }: VoidRow): VoidBooking {
  return { id: _id, kind };
}
