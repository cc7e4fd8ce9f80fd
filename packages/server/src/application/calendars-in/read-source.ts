import { plus, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { afterReading, toReadWhole, type Reading } from '../../domain/calendar-source/after-reading.ts';
import { dueAgain, forgotten, type CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { pushAfter } from '../../domain/calendar-source/push.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import { fetchCalendar, type FetchNeeds } from './fetch-calendar.ts';
import { noteChanges, type NoteChangesNeeds } from './note-changes.ts';
import { showBusy, type ShowBusyNeeds } from './show-busy.ts';
import { tellOfConflicts, type TellOfConflictsNeeds } from './tell-of-conflicts.ts';
import { tellOfStale, type TellOfStaleNeeds } from './tell-of-stale.ts';

export type ReadSourceNeeds = Pick<Core, 'chance'> &
  FetchNeeds &
  NoteChangesNeeds &
  ShowBusyNeeds &
  TellOfConflictsNeeds &
  TellOfStaleNeeds;

/** The time of a process for one calendar, after which it counts as dead: four times what fetching and reading take. */
export const LEASE = MINUTE;

/** Returns the calendar after a reading; when it is to be read again since then, as it is asked for. */
const readAs = (
  stored: CalendarSource,
  leased: CalendarSource,
  reading: Reading,
  now: Instant,
  chance: number,
): CalendarSource => {
  const push = reading.push && pushAfter(reading.push, leased.push, stored.push, now);
  const read = { ...afterReading(stored, reading, now, chance), ...present({ push: push ?? stored.push }) };
  return stored.dueAt === leased.dueAt ? read : { ...dueAgain(read, now), dueAt: stored.dueAt };
};

/** Writes the outcome, unless another process has it by now or it is deleted: then null. */
const settle = (
  core: ReadSourceNeeds,
  leased: CalendarSource,
  reading: Reading,
  now: Instant,
): Promise<CalendarSource | null> => {
  const chance = core.chance();
  return compareAndSet<CalendarSource | null, { readonly source: CalendarSource | null }>({
    read: () => core.calendarSources.byId(leased, leased.id),
    write: async (stored) => {
      if (!stored || stored.fence !== leased.fence || stored.deletedAt !== undefined) return { source: null };
      const source = readAs(stored, leased, reading, now, chance);
      return (await core.calendarSources.replace(source, stored.version)) ? { source } : null;
    },
    // Its lease runs out, and it is read again.
    otherwise: () => ({ source: null }),
  }).then(({ source }) => source);
};

/** Fetches a calendar, and notes which of our own events somebody has changed in it. */
const fetchAndNote = async (
  core: ReadSourceNeeds,
  leased: CalendarSource,
  head: CoachHead,
  now: Instant,
): Promise<Reading> => {
  const began = core.realNow();
  const reading = await fetchCalendar(core, leased, head, now);
  if (!reading.seen || reading.kind === 'failed') return reading;
  const events = reading.kind === 'read' ? { events: reading.events } : {};
  const { isUnsettled } = await noteChanges(core, leased, { seen: reading.seen, began, now, ...events });
  return isUnsettled ? toReadWhole(reading) : reading;
};

/**
 * Reads a leased calendar: fetches it, notes what became of our own events in it, keeps the outcome, shows it to the
 * slots, and notifies the coach of bookings at whose time it is busy, and of one that is stale.
 */
export async function readSource(core: ReadSourceNeeds, leased: CalendarSource, now: Instant): Promise<void> {
  const head = await core.coaches.byId(leased.coachId);
  if (!head || head.deletedAt !== undefined || leased.deletedAt !== undefined) {
    await core.calendarSources.replace({ ...forgotten(leased, now), leasedUntil: null }, leased.version);
    return showBusy(core, leased, leased.coachId);
  }
  const source = await settle(core, leased, await fetchAndNote(core, leased, head, now), now);
  if (source?.toShow) await showBusy(core, leased, leased.coachId);
  if (!source) return;
  await tellOfConflicts(core, source, leased.good, head, now);
  await tellOfStale(core, source, now);
}

/** Takes up the calendar that has been due for longest and reads it. Returns whether there was one. */
export async function readNext(
  core: ReadSourceNeeds,
  of: { readonly mode: 'test' | 'live'; readonly partnerId?: string },
  now: Instant,
  lease = LEASE,
): Promise<boolean> {
  const realNow = core.realNow();
  const due = { mode: of.mode, ...(of.partnerId !== undefined && { partnerId: of.partnerId }) };
  const leased = await core.calendarSources.lease({ ...due, dueBy: now, realNow, leasedUntil: plus(realNow, lease) });
  if (!leased) return false;
  await readSource(core, leased, now);
  return true;
}
