import { plus, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { MINUTE } from '@coach-booking/time/units';
import type { ExternalRecord } from './external-record.ts';

/** An event of ours, as a reading found it. */
export interface SeenEvent {
  readonly bookingId: string;
  /** The calendar in which it is, as its provider names it. */
  readonly calendarId: string;
  /** Absent where it has no real beginning or end. */
  readonly time?: Range<Instant>;
  /** It was deleted or cancelled there. */
  readonly isCancelled?: true;
}

/** A calendar that was read from end to end: an event of this time that was not found is not there. */
export interface SeenCalendar extends Range<Instant> {
  readonly calendarId: string;
}

/** Our own events in a reading of calendars. They make the coach busy by their bookings alone. */
export interface SeenEvents {
  readonly events: readonly SeenEvent[];
  readonly whole: readonly SeenCalendar[];
}

/** A change of an event of ours that somebody made in the calendar. It is never applied to the booking. */
export interface ChangedThere {
  readonly kind: 'moved' | 'deleted';
  /** The time there, of one that was moved. */
  readonly start?: Instant;
  readonly end?: Instant;
  /** When it was first noticed. */
  readonly since: Instant;
  /** When the mail about it leaves, which it shares with others: real time. */
  readonly mailAt: Instant;
  /** When the mail was queued. */
  readonly toldAt?: Instant;
}

/** A reading of one event, held against what we wrote. */
export type Finding =
  { readonly kind: 'same' } | { readonly kind: 'deleted' } | ({ readonly kind: 'moved' } & Range<Instant>);

/** A provider may answer for so long with what was there before our write, and clocks differ. Not in mode test. */
const SETTLES_WITHIN = MINUTE;

/**
 * Returns what a reading shows of a record's event, against the time at which we wrote it; null where it shows nothing
 * for certain.
 */
export function findingOf(
  { bookingId, account, written }: Pick<ExternalRecord, 'bookingId' | 'account' | 'written'>,
  { events, whole }: SeenEvents,
): Finding | null {
  if (!written) return null;
  const own = events.filter((event) => event.bookingId === bookingId && event.calendarId === account.host);
  const there = own.filter(({ isCancelled }) => !isCancelled);
  if (there.some(({ time }) => time?.start === written.start && time.end === written.end)) return { kind: 'same' };
  if (there.length > 0) {
    const [first] = there;
    return first?.time && there.length === 1 ? { kind: 'moved', ...first.time } : null;
  }
  const isReadWhole = whole.some(
    ({ calendarId, start, end }) => calendarId === account.host && start <= written.start && written.end <= end,
  );
  return own.length > 0 || isReadWhole ? { kind: 'deleted' } : null;
}

/**
 * Returns whether a reading that began then can be held against a record: nothing of it is on its way, and what was
 * read is younger than our last write.
 */
export function canBeJudged(record: ExternalRecord, began: Instant): boolean {
  const { mode, state, dueAt, leasedUntil, object, wanted, isErased, written } = record;
  if (state !== 'done' || dueAt !== null || leasedUntil !== null || wanted !== 'present') return false;
  if (object === undefined || isErased || written === undefined) return false;
  return plus(written.at, mode === 'live' ? SETTLES_WITHIN : 0) <= began;
}

/** Returns whether a finding is what is noted already. */
export function isNoted(noted: ChangedThere | undefined, finding: Finding): boolean {
  if (finding.kind === 'same') return noted === undefined;
  if (finding.kind === 'deleted') return noted?.kind === 'deleted';
  return noted?.kind === 'moved' && noted.start === finding.start && noted.end === finding.end;
}

/**
 * Returns the record with what a reading shows of its event. A change that goes on, to another time or to a deletion,
 * is the same one: the coach has a mail about it.
 */
export function withFinding(record: ExternalRecord, finding: Finding, now: Instant, mailAt: Instant): ExternalRecord {
  const { changedThere: before, ...rest } = record;
  if (finding.kind === 'same') return rest;
  const { since, mailAt: leaves, toldAt } = before ?? { since: now, mailAt };
  const mail = { mailAt: leaves, ...(toldAt !== undefined && { toldAt }) };
  return { ...rest, changedThere: { ...finding, since, ...mail } };
}
