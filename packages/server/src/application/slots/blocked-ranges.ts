import type { components } from '@coach-booking/contract/types';
import { explain, type Blocked } from '../../domain/slots/explain.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { BusySource, OutsideBusy } from '../../domain/calendar-source/outside-busy.ts';
import { unpackRanges } from '../../domain/calendar-source/packed-ranges.ts';
import type { Instant } from '@coach-booking/time/instant';
import { merge, overlapsAny } from '@coach-booking/time/range';
import type { Context } from '../kernel/context.ts';
import { optionalText, rangeText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { isCoachSideOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { RangeRead } from './read-range.ts';

type Schemas = components['schemas'];
type BlockedView = Schemas['Blocked'];

export type BlockedRangesNeeds = Pick<Core, 'calendarSources'>;

const isOutside = ({ code }: Blocked): boolean => code === 'external_busy' || code === 'source_stale';

const calendarView = ({ id, name, lastGoodAt }: CalendarSource): Schemas['BusyCalendar'] => ({
  id,
  name,
  ...present({ lastGoodAt: optionalText(lastGoodAt) }),
});

/** Returns which calendars block a range. */
const blockersOf = ({ sources }: OutsideBusy, now: Instant): ((blocked: Blocked) => readonly BusySource[]) => {
  const busy = sources.map((source) => ({ source, ranges: merge(unpackRanges(source.busy)) }));
  return (blocked) =>
    blocked.code === 'source_stale'
      ? sources.filter(({ policy, staleAt }) => policy === 'block_when_stale' && staleAt <= now)
      : busy.filter(({ ranges }) => overlapsAny(ranges, blocked)).map(({ source }) => source);
};

/** Adds by which calendars a range is blocked. It needs their names, so it reads them where there is such a range. */
const withCalendars = async (
  { calendarSources }: BlockedRangesNeeds,
  { head, search }: RangeRead,
  found: readonly Blocked[],
): Promise<BlockedView[]> => {
  const known = await calendarSources.ofCoach(head.id);
  const blockers = blockersOf(head.outside ?? { revision: 0, sources: [] }, search.now);
  const viewsOf = (blocked: Blocked) => {
    const ids = blockers(blocked).map(({ id }) => id);
    return known.filter(({ id }) => ids.includes(id)).map(calendarView);
  };
  return found.map((blocked) => ({
    ...rangeText(blocked),
    code: blocked.code,
    ...(isOutside(blocked) && { calendars: viewsOf(blocked) }),
  }));
};

/**
 * Returns the parts of a range that cannot be booked, in order, with the reasons; for a full or inactive coach all of
 * it. The coach side sees which other calendars it is.
 */
export async function blockedRanges(
  core: BlockedRangesNeeds,
  context: Context,
  read: RangeRead,
): Promise<BlockedView[]> {
  const { question, range, closed, head } = read;
  if (closed) return [{ ...rangeText({ start: range.from, end: range.to }), code: closed }];
  const found = explain(question);
  if (found.some(isOutside) && isCoachSideOf(context, head.id)) return withCalendars(core, read, found);
  return found.map((blocked) => ({ ...rangeText(blocked), code: blocked.code }));
}
