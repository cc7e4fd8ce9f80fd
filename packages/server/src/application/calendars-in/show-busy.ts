import { busySourcesOf, type BusySource, type OutsideBusy } from '../../domain/calendar-source/outside-busy.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import { announce } from '../feed/announce.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { spreadBookings, type SpreadNeeds } from './spread-bookings.ts';

export type ShowBusyNeeds = Pick<
  Core,
  'calendarSources' | 'ledgers' | 'feeds' | 'background' | 'cache' | 'coaches' | 'realNow'
> &
  SpreadNeeds;

const isSame = (a: BusySource, b: BusySource): boolean =>
  a.id === b.id &&
  a.policy === b.policy &&
  a.busy.length === b.busy.length &&
  a.busy.every((second, n) => second === b.busy[n]);

/** Returns whether the slots may be other ones. */
const isChanged = (before: OutsideBusy | null, sources: readonly BusySource[]): boolean =>
  (before?.sources.length ?? 0) !== sources.length || sources.some((source, n) => !isSame(source, before!.sources[n]!));

/**
 * Writes what the slots read of a coach's calendars, made of all of them as they are now, and marks the bookings that
 * are to be written into them. What changes a calendar calls this afterwards, and the calendar is marked (`toShow`)
 * until it is done: when the process dies in between, the next pass of any process does it. Of two at the same time the
 * later one has read what the earlier one had written.
 */
export function showBusy(core: ShowBusyNeeds, scope: LedgerScope, coachId: string): Promise<void> {
  const { calendarSources, ledgers } = core;
  const settle = async (source: CalendarSource): Promise<void> => {
    const { writesChangedAt, ...rest } = source;
    if (writesChangedAt !== undefined) await spreadBookings(core, source);
    if (source.deletedAt !== undefined && !source.hasWritten) await calendarSources.remove(source.id, source.version);
    else if (source.toShow) await calendarSources.replace({ ...rest, toShow: false }, source.version);
  };
  return compareAndSet<{ before: OutsideBusy | null; all: readonly CalendarSource[] }, void>({
    // One after the other: what is written must not be older than what was read of the calendars.
    read: async () => {
      const before = await ledgers.outsideOf(coachId);
      return { before, all: await calendarSources.ofCoach(coachId) };
    },
    write: async ({ before, all }) => {
      const sources = busySourcesOf(all);
      const outside = { revision: (before?.revision ?? 0) + 1, sources };
      if (!(await ledgers.replaceOutside(scope, coachId, outside))) return null;
      for (const source of all) await settle(source);
      if (isChanged(before, sources)) announce(core, { coachId, kind: 'schedule', ranges: [] });
    },
    // It is still to be shown, so the next pass does it.
    otherwise: () => undefined,
  });
}
