import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import { stateOf, type CalendarSource, type ReadingFailure } from '../../domain/calendar-source/calendar-source.ts';
import { hostOf } from '../../domain/calendar-source/source-access.ts';
import { busySourcesOf } from '../../domain/calendar-source/outside-busy.ts';
import { countRanges } from '../../domain/calendar-source/packed-ranges.ts';
import { calendarChangeView, changedOfCoach, type BookingChanged } from '../external-records/changes-there.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';

type View = components['schemas']['ExternalCalendar'];

/** The sentence of each failure, for the person who connected the calendar. */
export const SENTENCES: Readonly<Record<ReadingFailure, string>> = {
  TIMEOUT: 'There was no answer within 15 seconds.',
  UNREACHABLE: 'The server of this calendar cannot be reached.',
  URL_NOT_ALLOWED: 'The address leads to where this server may not call.',
  REFUSED: 'The address is not there any more, or not for us: copy the secret address again.',
  REVOKED: 'The account does not let us in any more: connect it again.',
  LIMITED: 'The server of this calendar was asked too often; it is asked again later.',
  CALENDAR_GONE: 'A calendar of this account is not there any more: choose its calendars again.',
  SERVER_ERROR: 'The server of this calendar has a fault.',
  TOO_MANY_REDIRECTS: 'The address leads from one place to the next and never to a calendar.',
  MALFORMED: 'The answer is no calendar, but perhaps a page to sign in: use the secret address in iCal format.',
  TOO_BIG: 'The calendar is larger than 10 MB.',
  TOO_SLOW: 'The calendar takes too long to read.',
  TOO_MANY: 'The calendar has too many events.',
  EMPTY: 'All events are gone. This is believed when the next reading finds the same.',
  NO_CALENDARS: 'There is no calendar for events in this account.',
  NO_TEST_ANSWER: 'In mode test nothing is fetched: answerTestCalendar says what there is to read.',
};

/** Returns how many ranges count of a calendar, and how many gaps were closed to have room for them. */
const countedOf = (source: CalendarSource, all: readonly CalendarSource[]) => {
  const read = source.good ? countRanges(source.good.busy) : 0;
  const shown = busySourcesOf(all).find(({ id }) => id === source.id);
  const counts = shown ? countRanges(shown.busy) : 0;
  return { busyRanges: counts, joined: shown ? read - counts : 0 };
};

const problemsOf = ({ good }: CalendarSource, joined: number): View['problems'] => [
  ...(good?.problems ?? []).map(({ code, count }) => ({ code, count })),
  ...(joined > 0 ? [{ code: 'joined' as const, count: joined }] : []),
];

/** Returns how many bookings to come it has something at the time of. */
const countConflicts = ({ conflicts = [] }: CalendarSource, now: Instant): number =>
  new Set(conflicts.filter(({ bookedAt }) => bookedAt > now).map(({ bookingId }) => bookingId)).size;

export type SourceViewNeeds = Pick<Core, 'calendarSources' | 'externalRecords' | 'bookings'>;

/** Changes in an answer, of which there are few. */
const MOST_CHANGES = 50;

const changesOf = ({ id }: CalendarSource, changed: readonly BookingChanged[]) => {
  const own = changed.filter(({ sourceId }) => sourceId === id);
  return { changed: own.length, changes: own.slice(0, MOST_CHANGES).map(calendarChangeView) };
};

const sourceView = (
  source: CalendarSource,
  all: readonly CalendarSource[],
  changed: readonly BookingChanged[],
  now: Instant,
): View => {
  const { id, kind, name, policy, active, failures, failure, good, createdAt, dueAt } = source;
  const { busyRanges, joined } = countedOf(source, all);
  return {
    id,
    kind,
    name,
    host: hostOf(source),
    ...(source.kind !== 'ics' && { calendars: [...source.calendars] }),
    writeBookings: source.writesTo !== undefined,
    ...(source.writesTo !== undefined && {
      bookingCalendar: source.writesTo,
      bookingDetail: source.writesDetail ?? 'title',
    }),
    policy,
    active,
    state: stateOf(source, now),
    failures,
    problems: problemsOf(source, joined),
    events: good?.events ?? 0,
    busyRanges,
    conflicts: countConflicts(source, now),
    ...changesOf(source, changed),
    createdAt: instantText(createdAt),
    ...present({
      lastTriedAt: optionalText(source.lastTriedAt),
      lastGoodAt: optionalText(source.lastGoodAt),
      nextTryAt: dueAt === null ? undefined : instantText(dueAt),
      lastError: failure && { code: failure, message: SENTENCES[failure] },
      readUntil: optionalText(good?.readUntil),
    }),
  };
};

/** Returns calendars as the coach side sees them, at an instant; `all` are those of the coach. */
export async function viewsOf(
  core: SourceViewNeeds,
  shown: readonly CalendarSource[],
  all: readonly CalendarSource[],
  now: Instant,
): Promise<View[]> {
  const [first] = shown;
  if (!first) return [];
  const { partnerId, mode, coachId } = first;
  const changed = await changedOfCoach(core, { partnerId, mode }, coachId, now);
  return shown.map((source) => sourceView(source, all, changed, now));
}

/** Returns one of them, that may be changed but not written yet. */
export async function viewOf(core: SourceViewNeeds, source: CalendarSource, now: Instant): Promise<View> {
  const others = (await core.calendarSources.ofCoach(source.coachId)).filter(({ id }) => id !== source.id);
  const [view] = await viewsOf(core, [source], [...others, source], now);
  return view!;
}
