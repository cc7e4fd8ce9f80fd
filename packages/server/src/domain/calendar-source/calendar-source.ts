import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { CalendarPart } from './calendar-part.ts';
import type { FeedDetail } from '../calendar/calendar-feed.ts';
import type { PackedRanges } from './packed-ranges.ts';
import type { SourcePush } from './push.ts';
import type { SourceAccess } from './source-access.ts';
import type { SourceConflict } from './source-conflicts.ts';

/** Decides which busy time counts once a calendar cannot be trusted any more. */
export type StalePolicy = 'keep_last_good' | 'block_when_stale';

/** The reason why a reading failed. Without the address, since it is stored. */
export const READING_FAILURES = [
  'TIMEOUT',
  'UNREACHABLE',
  'URL_NOT_ALLOWED',
  'REFUSED',
  'REVOKED',
  'LIMITED',
  'CALENDAR_GONE',
  'SERVER_ERROR',
  'TOO_MANY_REDIRECTS',
  'MALFORMED',
  'TOO_BIG',
  'TOO_SLOW',
  'TOO_MANY',
  'EMPTY',
  'NO_CALENDARS',
  'NO_TEST_ANSWER',
] as const;
export type ReadingFailure = (typeof READING_FAILURES)[number];

export type SourceProblemCode = 'unknown_zone' | 'bad_event' | 'bad_rule' | 'unsupported' | 'clipped';

/** Something that a reading could not take as it is written. */
export interface SourceProblem {
  readonly code: SourceProblemCode;
  readonly count: number;
}

/** The last good reading. */
export interface GoodReading {
  /** Ordered and disjoint. */
  readonly busy: PackedRanges;
  readonly events: number;
  readonly problems: readonly SourceProblem[];
  /** When the whole calendar was read, not only found unchanged, and how far ahead. */
  readonly readAt: Instant;
  readonly readUntil: Instant;
}

/** A sync token or tag of a calendar: its provider is asked by it for what has changed since. */
export interface SyncToken {
  readonly calendarId: string;
  readonly token: string;
}

/**
 * Calendars kept elsewhere, in one place and read together, whose busy time is read from time to time. Instants are of
 * the clock of the rules, so in mode test of `runDue`, but for `leasedUntil`, which is real time. R11.
 */
export interface SourceBase {
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly coachId: string;
  readonly name: string;
  readonly policy: StalePolicy;
  readonly active: boolean;
  /** Null while it is not read: inactive. */
  readonly dueAt: Instant | null;
  /** Until then a process reads it; null while none does. */
  readonly leasedUntil: Instant | null;
  /** Goes up with each lease, so that the outcome of a process that was taken for dead is not written. */
  readonly fence: number;
  readonly lastTriedAt?: Instant;
  readonly lastGoodAt?: Instant;
  /** Those since the last good one. */
  readonly failures: number;
  readonly failure?: ReadingFailure;
  readonly good?: GoodReading;
  /** The names by which the server recognises its last answer. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly syncTokens?: readonly SyncToken[];
  /** The one of its calendars, by id, that bookings are written into; absent: none. */
  readonly writesTo?: string;
  /** The detail of those events; `title` when absent. */
  readonly writesDetail?: FeedDetail;
  /** Since then the events of bookings to come are not all as they are to be written; absent: they are marked. */
  readonly writesChangedAt?: Instant;
  /** Bookings may have been written into it at some time. */
  readonly hasWritten?: true;
  /** The channels by which the provider reports changes; absent where it was never asked to. */
  readonly push?: SourcePush;
  /** The calendars of an account that are read apart. */
  readonly parts?: readonly CalendarPart[];
  /** The last answer had nothing busy where the one before had: it is believed once it is seen again. */
  readonly isEmptyOnce?: boolean;
  /** Those that its last good reading found with bookings to come, which the coach knows by now. */
  readonly conflicts?: readonly SourceConflict[];
  /** When the coach side was notified by mail that it is stale. */
  readonly toldAt?: Instant;
  /** The slots do not show all of it yet. */
  readonly toShow: boolean;
  /** Goes up with each write of what the slots read. */
  readonly version: number;
  /** Of one that is to be forgotten, as soon as nothing of it is in what the slots read. */
  readonly deletedAt?: Instant;
  /** In mode test: what its address answers. */
  readonly answer?: { readonly status: number; readonly body: string };
  readonly createdAt: Instant;
}

export type CalendarSource = SourceBase & SourceAccess;

/** The most of a coach: each costs a request every few minutes. */
export const MAX_SOURCES = 10;
/** After so long even what did not change is read whole, since the window of what is read moves on. */
export const WHOLE_AFTER = DAY;
/** Without a good reading for so long a calendar cannot be trusted. */
export const STALE_AFTER = DAY;

/** Returns when it is stale, unless it is read before. One that was never read counts from when it was made. */
export function staleAt({ lastGoodAt, createdAt }: Pick<CalendarSource, 'lastGoodAt' | 'createdAt'>): Instant {
  return plus(lastGoodAt ?? createdAt, STALE_AFTER);
}

export type SourceState = 'waiting' | 'ok' | 'failing' | 'stale';

/** Returns how it goes with a calendar, at an instant. */
export function stateOf(source: CalendarSource, now: Instant): SourceState {
  if (!source.active) return 'waiting';
  if (staleAt(source) <= now) return 'stale';
  if (source.failures > 0) return 'failing';
  return source.lastGoodAt === undefined ? 'waiting' : 'ok';
}

/** Returns the calendar as it is to be read anew, whole, at an instant. */
export function dueAgain(source: CalendarSource, now: Instant): CalendarSource {
  const { etag: _etag, lastModified: _modified, syncTokens: _tokens, parts, ...rest } = source;
  const whole = parts?.map(({ token: _token, ...part }) => part);
  return { ...rest, ...(whole && { parts: whole }), dueAt: source.active ? now : null };
}

/** Events in a deleted calendar are removed for so long, and its password is kept for that. */
const REMOVED_WITHIN = DAY;

/**
 * Returns the calendar as one that is to be forgotten: at once, or where bookings were written into it, a day after it
 * was deleted.
 */
export function forgotten(source: CalendarSource, now: Instant): CalendarSource {
  const { hasWritten, ...rest } = source;
  if (!hasWritten || source.deletedAt !== undefined)
    return { ...rest, dueAt: null, toShow: true, deletedAt: source.deletedAt ?? now };
  return { ...source, dueAt: plus(now, REMOVED_WITHIN), toShow: true, deletedAt: now, writesChangedAt: now };
}
