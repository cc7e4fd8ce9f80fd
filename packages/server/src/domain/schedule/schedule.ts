import type { Instant } from '@coach-booking/time/instant';
import type { PlainDate, Weekday } from '@coach-booking/time/plain-date';
import type { Range } from '@coach-booking/time/range';

/** A wall-clock range in the coach's zone; `end` may be `24:00`. */
export interface WallRange {
  readonly start: string;
  readonly end: string;
}

/** A range that repeats every week. */
export interface WeeklyRange extends WallRange {
  /** 0 is Sunday. */
  readonly dayOfWeek: Weekday;
}

export type ReminderChannel = 'email' | 'sms' | 'push';

export interface ReminderRule {
  readonly channel: ReminderChannel;
  /** Before the start. */
  readonly minutesBefore: number;
}

export interface Reminders {
  readonly rules: readonly ReminderRule[];
  /** One more message after a missed session. */
  readonly followUp: boolean;
}

/** The coach's weekly plan and booking rules. A booking never changes it. All lengths in minutes. */
export interface Schedule {
  /** IANA id; every wall-clock range of the schedule is read in it. */
  readonly timeZone: string;
  readonly workingHours: readonly WeeklyRange[];
  readonly breaks: readonly WeeklyRange[];
  /** Between two starts on the grid. */
  readonly slotInterval: number;
  /** Of a session without a duration of its own. */
  readonly defaultDuration: number;
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** The earliest start is now plus this. */
  readonly minimumNotice: number;
  /** Days ahead in the coach's zone: today + N, inclusive. */
  readonly bookingWindow: number;
  readonly sameDayBooking: boolean;
  readonly autoConfirm: boolean;
  readonly reminders: Reminders;
}

/** Replaces the working hours of one date; no ranges means closed. Weekly breaks still apply. */
export interface DateOverride {
  readonly date: PlainDate;
  readonly ranges: readonly WallRange[];
}

/** Repeats an absence at the same wall-clock times of a zone. */
export interface TimeOffRepeat {
  /** 1 is every week. Weeks begin on Monday. */
  readonly everyWeeks: number;
  /** Of the starts; that of the first one is among them. */
  readonly weekdays: readonly Weekday[];
  /** The last date of a start. */
  readonly until: PlainDate;
  /** Dates of starts that are left out, in order; absent when there are none. */
  readonly except?: readonly PlainDate[];
  /** IANA id: the coach's zone when it was added. */
  readonly timeZone: string;
}

/** A range of absence, in instants; of one that repeats, the first. */
export interface TimeOff {
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly reason?: string;
  readonly title?: string;
  /** An event of the coach's own life. Absent, it is time off. */
  readonly kind?: 'personal';
  readonly repeat?: TimeOffRepeat;
}

/** Everything about a coach that decides what can be offered, except bookings and holds. */
export interface Plan {
  readonly schedule: Schedule;
  readonly overrides: readonly DateOverride[];
  readonly timeOff: readonly TimeOff[];
  /** Ordered and disjoint. */
  readonly externalBusy?: readonly Range<Instant>[];
  /** Another calendar is too old to be trusted: no slots are offered, since they may be taken. */
  readonly externalStale?: boolean;
}

/** The schedule until the coach sets one: closed, 30-minute sessions, UTC. */
export const defaultSchedule: Schedule = {
  timeZone: 'UTC',
  workingHours: [],
  breaks: [],
  slotInterval: 30,
  defaultDuration: 30,
  bufferBefore: 0,
  bufferAfter: 0,
  minimumNotice: 0,
  bookingWindow: 60,
  sameDayBooking: true,
  autoConfirm: true,
  reminders: {
    rules: [
      { channel: 'email', minutesBefore: 1440 },
      { channel: 'sms', minutesBefore: 120 },
      { channel: 'push', minutesBefore: 30 },
    ],
    followUp: true,
  },
};
