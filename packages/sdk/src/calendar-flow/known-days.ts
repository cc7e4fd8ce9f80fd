import type { components } from '@coach-booking/contract/types';
import { addDays } from '@coach-booking/time/dates';
import { plainDate, startOfDate } from '../slots-picker/visitor-time.ts';
import type { CalendarBooking } from './state.ts';

type Schemas = components['schemas'];
type Calendar = Schemas['Calendar'];

/** The data of one date in the coach's zone. */
export interface KnownDay {
  /** The bookings that start on it, by start. */
  readonly bookings: readonly CalendarBooking[];
  readonly hours: Calendar['days'][number] | undefined;
  /** The absences that overlap it. */
  readonly timeOff: readonly Schemas['TimeOff'][];
  /** Cut to the date; null when they were not requested. */
  readonly blocked: readonly Schemas['Blocked'][] | null;
  /** The tick at which it was requested. */
  readonly began: number;
  /** The time (milliseconds) at which the next of its bookings starts: other actions are allowed then. */
  readonly expires: number;
}

/** A request for days, as `put` needs it. */
export interface DaysRead {
  readonly dates: readonly string[];
  readonly explain: boolean;
  /** `tick` when it was sent. */
  readonly began: number;
  /** Milliseconds when it was sent. */
  readonly at: number;
}

const startOf = ({ start = '' }: CalendarBooking): number => Date.parse(start);

/**
 * The days that have been read, by date in the coach's zone; the least recently shown are forgotten beyond `limit`. A
 * booking is stored under its date once, so that a range is a walk over its dates, however many bookings are stored.
 *
 * Answers may arrive late and in any order. Ticks count the events that made days stale: a day read before such a tick
 * is shown, but not fresh; a day that a write or a later read has changed meanwhile is not taken from a read that began
 * before.
 */
export class KnownDays {
  #days = new Map<string, KnownDay>();
  #dateOf = new Map<string, string>();
  #staleSince = new Map<string, number>();
  #allStaleSince = 0;
  #writtenAt = new Map<string, number>();
  /** Bookings that were read beside the days: without a time, or of dates that are not read. */
  #aside = new Map<string, CalendarBooking>();
  #tick = 0;
  #limit: number;
  /** The coach's zone. */
  zone = 'UTC';

  constructor(limit = 400) {
    this.#limit = limit;
  }

  get tick(): number {
    return this.#tick;
  }

  get size(): number {
    return this.#days.size;
  }

  /** Returns the data of a date, which counts as shown now. */
  day(date: string): KnownDay | undefined {
    const day = this.#days.get(date);
    if (day) {
      this.#days.delete(date);
      this.#days.set(date, day);
    }
    return day;
  }

  has(date: string): boolean {
    return this.#days.has(date);
  }

  fresh(date: string, explain: boolean, now: number): boolean {
    const day = this.#days.get(date);
    return !!day && day.began >= this.staleSince(date) && (!explain || !!day.blocked) && day.expires > now;
  }

  staleSince(date: string): number {
    return Math.max(this.#allStaleSince, this.#staleSince.get(date) ?? 0);
  }

  /** Marks dates, or all, as changed elsewhere. */
  stale(dates?: readonly string[]): void {
    this.#tick++;
    if (!dates) this.#allStaleSince = this.#tick;
    for (const date of dates ?? []) this.#staleSince.set(date, this.#tick);
  }

  forget(): void {
    this.stale();
    this.#days.clear();
    this.#dateOf.clear();
  }

  /** Returns a booking as it was read last. */
  find(id: string): CalendarBooking | undefined {
    const ofDay = this.#days.get(this.#dateOf.get(id) ?? '')?.bookings.find((booking) => booking.id === id);
    return ofDay ?? this.#aside.get(id);
  }

  /** Stores bookings that were read beside the days. */
  aside(bookings: readonly CalendarBooking[]): void {
    for (const booking of bookings) this.#aside.set(booking.id, booking);
  }

  /** Stores the booking of a write's answer: newer than any read under way. */
  write(booking: CalendarBooking): void {
    if (this.#aside.has(booking.id)) this.#aside.set(booking.id, booking);
    if (!booking.start) return;
    const date = plainDate(startOf(booking), this.zone);
    const dates = [this.#dateOf.get(booking.id) ?? date, date];
    this.stale(dates);
    for (const one of dates) this.#writtenAt.set(one, this.#tick);
    this.#remove(booking.id);
    const day = this.#days.get(date);
    if (!day) return;
    const before = day.bookings.filter((other) => startOf(other) <= startOf(booking));
    this.#days.set(date, { ...day, bookings: [...before, booking, ...day.bookings.slice(before.length)] });
    this.#dateOf.set(booking.id, date);
  }

  /** Stores an answer for the requested dates. */
  put(answer: Calendar, { dates, explain, began, at }: DaysRead): void {
    const current = dates.filter(
      (date) => began >= Math.max(this.#writtenAt.get(date) ?? 0, this.#days.get(date)?.began ?? 0),
    );
    const bookings = this.#byDate(answer.bookings, current, began);
    const hours = new Map(answer.days.map((day) => [day.date, day]));
    for (const date of current) {
      const [begin, end] = [startOfDate(date, this.zone), startOfDate(addDays(date, 1), this.zone)];
      const meets = (one: Schemas['Slot']) => Date.parse(one.start) < end && Date.parse(one.end) > begin;
      const own = bookings.get(date) ?? [];
      const before = this.#days.get(date);
      const stillBlocked = before && before.began >= this.staleSince(date) ? before.blocked : null;
      for (const { id } of before?.bookings ?? []) if (this.#dateOf.get(id) === date) this.#dateOf.delete(id);
      for (const { id } of own) this.#dateOf.set(id, date);
      this.#days.delete(date);
      this.#days.set(date, {
        bookings: own,
        hours: hours.get(date),
        timeOff: answer.timeOff.filter(meets),
        blocked: explain ? (answer.explain ?? []).filter(meets).map((one) => cut(one, begin, end)) : stillBlocked,
        began,
        expires: Math.min(...own.map(startOf).filter((start) => start > at)),
      });
    }
    for (const [date] of this.#days) {
      if (this.#days.size <= this.#limit) break;
      for (const { id } of this.#days.get(date)?.bookings ?? []) this.#dateOf.delete(id);
      this.#days.delete(date);
    }
  }

  /**
   * Bookings are sorted by start, so the zone is only needed where a date ends. A booking that a later write has moved
   * elsewhere stays there.
   */
  #byDate(
    bookings: readonly CalendarBooking[],
    dates: readonly string[],
    began: number,
  ): Map<string, CalendarBooking[]> {
    const byDate = new Map<string, CalendarBooking[]>(dates.map((date) => [date, []]));
    let [date, begins, ends] = ['', Infinity, 0];
    for (const booking of bookings) {
      const start = startOf(booking);
      if (start < begins || start >= ends) {
        date = plainDate(start, this.zone);
        [begins, ends] = [startOfDate(date, this.zone), startOfDate(addDays(date, 1), this.zone)];
      }
      const known = this.#dateOf.get(booking.id) ?? date;
      const own = byDate.get(date);
      if (!own || (known !== date && (this.#writtenAt.get(known) ?? 0) > began)) continue;
      if (known !== date) this.#remove(booking.id);
      own.push(booking);
    }
    return byDate;
  }

  #remove(id: string): void {
    const date = this.#dateOf.get(id) ?? '';
    const day = this.#days.get(date);
    this.#dateOf.delete(id);
    if (day) this.#days.set(date, { ...day, bookings: day.bookings.filter((booking) => booking.id !== id) });
  }
}

/** Returns an instant as the API writes it. */
export function instantText(time: number): string {
  return new Date(time).toISOString().replace('.000', '');
}

function cut({ start, end, code }: Schemas['Blocked'], begin: number, until: number): Schemas['Blocked'] {
  return {
    start: Date.parse(start) < begin ? instantText(begin) : start,
    end: Date.parse(end) > until ? instantText(until) : end,
    code,
  };
}
