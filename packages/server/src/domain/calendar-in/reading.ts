import type { Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';

/**
 * Something in a calendar that could not be counted as it stands there, while the rest was. `unknown_zone`: an unknown
 * time zone, whose times were read in the coach's. `bad_event`: an event without a real beginning or end, left out, or
 * one value of an event. `bad_rule`: a rule of repetition that is none; of its event the first time alone counts.
 * `unsupported`: a rule or a change of a series that is not read; of its event the times that are certain count.
 * `clipped`: a rule with more times than are looked through, of which the first ones count.
 */
export type CalendarProblemCode = 'unknown_zone' | 'bad_event' | 'bad_rule' | 'unsupported' | 'clipped';

export interface CalendarProblem {
  readonly code: CalendarProblemCode;
  /** The times that it was met; of unknown zones, the zones. */
  readonly count: number;
  /** The first of them: the zone's name, the rule, or a sentence. Never a title, a place or a person. */
  readonly detail?: string;
}

export interface CalendarReading {
  /** The IANA zone of the coach, in which days without a time and times without a zone are. */
  readonly timeZone: string;
  /** Only what lies in `[from, until)` is returned. */
  readonly from: Instant;
  readonly until: Instant;
  /** The UIDs, in lower case, of the coach's own bookings that come back, which are ignored. */
  readonly ownUids?: readonly string[];
  /** The e-mail address of the calendar's owner: what it has declined is not busy. */
  readonly owner?: string;
}

/** An event of `ownUids` in a calendar. */
export interface OwnEvent {
  /** In lower case. */
  readonly uid: string;
  /** The time of it, in the window or not; of a series its first. Absent without a real beginning and end. */
  readonly time?: Range<Instant>;
  readonly isCancelled?: true;
}

/** Our own events in a file, or in one of a server's answers. */
export interface OwnEvents {
  readonly events: readonly OwnEvent[];
  /** Whether every event could be read, so that one of ours which is not among these is not there. */
  readonly isWhole: boolean;
}

export interface ReadCalendar {
  /** Sorted, with gaps between them, within the window. */
  readonly busy: readonly Range<Instant>[];
  /** One for each code that was met. */
  readonly problems: readonly CalendarProblem[];
  /** The events of the file, in the window or not, busy or not, ours or not. */
  readonly events: number;
  /** Our own events: of a file, or of each answer in their order. */
  readonly own: readonly OwnEvents[];
}

/**
 * The reason why a text gives no calendar at all. `malformed`: it is none, such as the HTML page of a sign-in, or it
 * ends too early. `too_big`, `too_slow`, `too_many`: it exceeds the limits of characters, of time and memory, or of
 * occurrences.
 */
export type CalendarUnreadableCode = 'malformed' | 'too_big' | 'too_slow' | 'too_many';

export class CalendarUnreadable extends Error {
  override readonly name = 'CalendarUnreadable';
  readonly code: CalendarUnreadableCode;

  constructor(code: CalendarUnreadableCode) {
    super(`The calendar cannot be read: ${code}.`);
    this.code = code;
  }
}
