import { earliest, minus, plus, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import type { SeenEvents } from '../external-record/changed-there.ts';
import {
  staleAt,
  WHOLE_AFTER,
  type CalendarSource,
  type ReadingFailure,
  type SourceProblem,
  type SyncToken,
} from './calendar-source.ts';
import type { CalendarPart } from './calendar-part.ts';
import { packRanges } from './packed-ranges.ts';
import type { SourcePush } from './push.ts';

/** The names by which a server or a provider is asked whether anything has changed. */
export type Validators = Pick<CalendarSource, 'etag' | 'lastModified' | 'syncTokens'>;

/** A calendar that was fetched and read. */
export interface Fetched {
  readonly busy: readonly Range<Instant>[];
  readonly events: number;
  readonly problems: readonly SourceProblem[];
  readonly readUntil: Instant;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly syncTokens?: readonly SyncToken[];
  /** Its calendars, where they are read apart. */
  readonly parts?: readonly CalendarPart[];
  /** The reason why some of its calendars could not be read, whose last good busy time is among the rest. */
  readonly failure?: ReadingFailure;
}

/** The end of one reading. `unchanged`: the server reports that it is as it was. */
export type Reading = (
  | ({ readonly kind: 'read' } & Fetched)
  | { readonly kind: 'unchanged'; readonly parts?: readonly CalendarPart[] }
  | { readonly kind: 'failed'; readonly code: ReadingFailure; readonly retryAfter?: number }
) & {
  /** Milliseconds for which the server declares its answer good. */
  readonly maxAge?: number;
  /** The channels by which the provider reports changes from now on; absent: as before. */
  readonly push?: SourcePush;
  /** Our own events in what was read. */
  readonly seen?: SeenEvents;
};

/** Returns a reading after which all is read again soon, since something in it could not be judged yet. */
export function toReadWhole(reading: Reading): Reading {
  const { maxAge: _age, ...rest } = reading;
  if (rest.kind === 'failed') return rest;
  const parts = rest.parts?.map(({ token: _token, ...part }) => part);
  const whole = parts ? { parts } : {};
  if (rest.kind === 'unchanged') return { ...rest, ...whole };
  const { etag: _etag, lastModified: _modified, syncTokens: _tokens, ...read } = rest;
  return { ...read, ...whole };
}

/** Between two readings that are good. */
const EVERY = 10 * MINUTE;
const SELDOM = HOUR;
/** Between two that fail. */
const LONGEST_WAIT = 6 * HOUR;
/** A tenth more or less, so that what is read together does not stay so. */
const JITTER = 0.1;

const spread = (wait: number, chance: number): number => Math.round(wait * (1 - JITTER + 2 * JITTER * chance));

/** Returns how long to wait after so many failures in a row, in milliseconds. `chance` is in [0, 1). */
export function waitAfterFailures(failures: number, chance: number, asked = 0): number {
  const wait = spread(Math.min(EVERY * 2 ** (failures - 1), LONGEST_WAIT), chance);
  return Math.min(Math.max(wait, asked), LONGEST_WAIT);
}

/** Returns how long to wait after a good reading. The server may ask for more, up to an hour. */
export function waitAfterGood(chance: number, maxAge = 0): number {
  return Math.max(spread(EVERY, chance), Math.min(maxAge, SELDOM));
}

/** Returns the names by which the server is asked whether anything has changed; none when all of it is to be read. */
export function validatorsOf({ etag, lastModified, syncTokens, good }: CalendarSource, now: Instant): Validators {
  if (!good || good.readAt <= minus(now, WHOLE_AFTER)) return {};
  return definedOf({ etag, lastModified, syncTokens });
}

const definedOf = ({ etag, lastModified, syncTokens }: { [K in keyof Validators]: Validators[K] | undefined }) => ({
  ...(etag !== undefined && { etag }),
  ...(lastModified !== undefined && { lastModified }),
  ...(syncTokens !== undefined && { syncTokens }),
});

/** Fields that a reading writes anew. */
const withoutOutcome = (source: CalendarSource): CalendarSource => {
  const { etag: _etag, lastModified: _modified, syncTokens: _tokens, ...kept } = source;
  const { isEmptyOnce: _empty, failure: _failure, ...rest } = kept;
  return { ...rest, leasedUntil: null };
};

const failed = (
  source: CalendarSource,
  { code, retryAfter }: Extract<Reading, { kind: 'failed' }>,
  now: Instant,
  chance: number,
): CalendarSource => {
  const { isEmptyOnce: _empty, ...rest } = source;
  const failures = source.failures + 1;
  const next = plus(now, waitAfterFailures(failures, chance, retryAfter));
  // It is tried once more when it becomes stale, so that no notice of that comes late.
  const stale = staleAt(source);
  const dueAt = now < stale ? earliest(next, stale) : next;
  return { ...rest, leasedUntil: null, lastTriedAt: now, failures, failure: code, dueAt };
};

const partsOf = ({ parts }: Pick<Fetched, 'parts'>) => (parts === undefined ? {} : { parts });

/** A reading of which a part failed: the source as a whole counts as last good when it was before. */
const partly = ({ failures, toldAt }: CalendarSource, failure: ReadingFailure) => ({
  failures: failures + 1,
  failure,
  ...(toldAt !== undefined && { toldAt }),
});

/** Returns whether this answer would free all that was busy. Seen once it may be a fault of the other side. */
const freesAll = ({ good }: CalendarSource, { busy }: Fetched): boolean => busy.length === 0 && !!good?.busy.length;

/**
 * Returns the calendar after a reading. Nothing that is wrong frees time: what was read before goes on until a good
 * answer replaces it, and one that would free everything has to be seen twice in a row. `chance` is in [0, 1).
 */
export function afterReading(source: CalendarSource, reading: Reading, now: Instant, chance: number): CalendarSource {
  if (reading.kind === 'failed') return failed(source, reading, now, chance);
  const { toldAt: _told, ...rest } = source;
  const tried = { lastTriedAt: now, toShow: true, dueAt: plus(now, waitAfterGood(chance, reading.maxAge)) };
  const fresh = { ...tried, failures: 0, lastGoodAt: now };
  if (reading.kind === 'unchanged') {
    const { failure: _failure, ...unchanged } = rest;
    return { ...unchanged, ...fresh, ...partsOf(reading), leasedUntil: null };
  }
  if (!source.isEmptyOnce && freesAll(source, reading)) {
    const once = withoutOutcome(source);
    const dueAt = plus(now, waitAfterGood(chance));
    const failures = source.failures + 1;
    return { ...once, failures, failure: 'EMPTY', isEmptyOnce: true, lastTriedAt: now, dueAt };
  }
  const { busy, events, problems, readUntil, failure } = reading;
  return {
    ...withoutOutcome(rest),
    ...(failure === undefined ? fresh : { ...tried, ...partly(source, failure) }),
    ...partsOf(reading),
    good: { busy: packRanges(busy), events, problems, readAt: now, readUntil },
    ...definedOf(reading),
  };
}
