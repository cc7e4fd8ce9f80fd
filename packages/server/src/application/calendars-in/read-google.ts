import { plus, type Instant } from '@coach-booking/time/instant';
import { HOUR, SECOND } from '@coach-booking/time/units';
import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import { busyOfParts, readUntilOf, tokenOf, type CalendarPart } from '../../domain/calendar-source/calendar-part.ts';
import type { CalendarSource, ReadingFailure, SourceProblem } from '../../domain/calendar-source/calendar-source.ts';
import { packRanges } from '../../domain/calendar-source/packed-ranges.ts';
import { hearsOf, type SourcePush } from '../../domain/calendar-source/push.ts';
import type { SeenEvents } from '../../domain/external-record/changed-there.ts';
import { keepChannels } from '../google/channels.ts';
import { readWindow, unchangedSince } from '../google/read-calendar.ts';
import { present } from '../kernel/present.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { failureOfProvider } from './failure-of-provider.ts';
import type { ReaderNeeds, SourceOf, SourceReader } from './source-readers.ts';
import type { SourceWindow } from './source-window.ts';

/** For all calendars of a source, so that the process still has its lease when they end. */
const BUDGET = 40 * SECOND;
const LONGEST_PAGE = 15 * SECOND;

/** Returns how long the next request may take, until the budget is spent. */
const timeoutUntil = (core: ReaderNeeds, end: Instant) => (): number => {
  const left = Math.min(LONGEST_PAGE, end - core.realNow());
  if (left <= 0) throw new ProviderFailure('TIMEOUT', 'unavailable');
  return left;
};

/** A calendar as it is by now, and our own events in what was read for that. */
interface ReadPart {
  readonly part: CalendarPart;
  readonly seen: SeenEvents;
}

/** Reads one calendar: asks what has changed, and reads all of it where anything has. Throws a ProviderFailure. */
const readPart = async (
  core: ReaderNeeds,
  { connectionId }: SourceOf<'google'>,
  calendarId: string,
  known: CalendarPart | undefined,
  window: SourceWindow,
  timeout: () => number,
): Promise<ReadPart> => {
  const { now, from: start, until: end, timeZone: coachZone } = window;
  const query = { connectionId, calendarId, timeout };
  const ownBookings = async (ids: readonly string[]) =>
    new Set((await window.ownUids(ids)).map((uid) => uid.split('@')[0]!));
  const reading = { start, end, coachZone, ownBookings };
  const token = known && tokenOf(known, now);
  const next = token === undefined ? null : await unchangedSince(core, query, reading, token);
  if (known && next) return { part: { ...known, token: next.syncToken }, seen: { events: next.written, whole: [] } };
  const { busy, events, bad, syncToken, written } = await readWindow(core, query, reading);
  const part = { calendarId, busy: packRanges(busy), events, bad, readAt: now, readUntil: end };
  const seen = { events: written, whole: [{ calendarId, start, end }] };
  return { part: { ...part, ...present({ token: syncToken }) }, seen };
};

const problemsOf = (parts: readonly CalendarPart[]): SourceProblem[] => {
  const count = parts.reduce((sum, { bad }) => sum + bad, 0);
  return count === 0 ? [] : [{ code: 'bad_event', count }];
};

/** Returns the reading of a source whose calendars were read, or are as they were read before. */
const readingOf = (
  source: CalendarSource,
  parts: readonly CalendarPart[],
  failure: ReadingFailure | undefined,
): Reading => {
  const isSame =
    parts.length === source.parts?.length && parts.every(({ busy }) => source.parts?.some((one) => one.busy === busy));
  if (isSame && source.good && failure === undefined) return { kind: 'unchanged', parts };
  const events = parts.reduce((sum, one) => sum + one.events, 0);
  const busy = busyOfParts(parts);
  return {
    kind: 'read',
    busy,
    events,
    problems: problemsOf(parts),
    readUntil: readUntilOf(parts),
    parts,
    ...present({ failure }),
  };
};

const withPush = (reading: Reading, push: SourcePush, calendarIds: readonly string[], now: Instant): Reading => ({
  ...reading,
  push,
  ...(hearsOf(push, calendarIds, now) && { maxAge: HOUR }),
});

/**
 * Reads the chosen calendars of a Google account, each apart: one that cannot be read keeps its last good busy time,
 * and the source fails in part. Where the grant is gone, nothing is read. A source of which Google reports changes is
 * asked once an hour, since notices get lost.
 */
export const readGoogle: SourceReader<'google'> = async (core, source, window) => {
  const { now } = window;
  const push = await keepChannels(core, source, now);
  const ids = source.calendars.map(({ id }) => id);
  const timeout = timeoutUntil(core, plus(core.realNow(), BUDGET));
  const knownOf = (id: string) => source.parts?.find(({ calendarId }) => calendarId === id);
  const read = await Promise.allSettled(ids.map((id) => readPart(core, source, id, knownOf(id), window, timeout)));
  const parts: CalendarPart[] = [];
  const seen: SeenEvents[] = [];
  const failures: ProviderFailure[] = [];
  read.forEach((end, n) => {
    const known = knownOf(ids[n]!);
    if (end.status === 'fulfilled') {
      parts.push(end.value.part);
      seen.push(end.value.seen);
    } else if (!(end.reason instanceof ProviderFailure)) throw end.reason;
    else failures.push(end.reason);
    if (end.status === 'rejected' && known) parts.push(known);
  });
  const revoked = failures.find(({ kind }) => kind === 'revoked');
  const failed = revoked ?? failures[0];
  if (failed && (revoked || failures.length === ids.length))
    return { ...failureOfProvider(failed, core.realNow()), push };
  const failure = failed && failureOfProvider(failed, core.realNow()).code;
  const all = { events: seen.flatMap(({ events }) => events), whole: seen.flatMap(({ whole }) => whole) };
  return { ...withPush(readingOf(source, parts, failure), push, ids, now), seen: all };
};
