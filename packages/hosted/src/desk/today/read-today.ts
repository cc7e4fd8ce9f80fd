import { learnZones } from '@coach-booking/sdk';
import { DAY } from '@coach-booking/time/units';
import type { Booking, Calendar, TodayCalls } from './calls.ts';

/** Bookings beside the day: the first of them, and how many there are. */
export interface Pile {
  readonly items: readonly Booking[];
  readonly total: number;
  /** The reason for which they could not be read; the bookings are then those of the last reading. */
  readonly problem?: unknown;
}

/** The piles beside the day, each with what it is asked for. */
const piles = {
  requests: { status: 'pending' },
  toClose: { unclosed: 'true', order: 'desc' },
  toSchedule: { timeless: 'true', status: 'scheduled,confirmed,in_progress' },
} as const satisfies Readonly<Record<string, Omit<Parameters<TodayCalls['listCoachBookings']>[0], 'coach'>>>;
export type PileName = keyof typeof piles;

/** The answers of which Today is made. */
export interface TodayRead extends Readonly<Record<PileName, Pile>> {
  /** Around now: the day before, and the eight days after it. */
  readonly calendar: Calendar;
  /** The member of the team whose bookings were read; undefined where all were. */
  readonly staffId: string | undefined;
  /** The instant of the reading, in milliseconds. */
  readonly at: number;
}

/** The number of things that a coach should look at, by what they are. Those without any are absent. */
export type Notes = Partial<Record<'zoneChanges' | 'bursts' | 'changedThere' | 'conflicts' | 'failing', number>>;

export interface ReadScope {
  readonly coach: string;
  /** Of a member of the team who looks at the own sessions. */
  readonly staffId?: string | undefined;
}

/** Bookings of a pile that are shown. */
const AT_MOST = 20;
/** Days before and after now that are read. */
const BEFORE = 1;
const AFTER = 8;

/** Reads one pile. Never rejects: a pile that cannot be read is the one `before`, with the reason. */
export async function readPile(
  calls: TodayCalls,
  { coach, staffId }: ReadScope,
  name: PileName,
  before: Pile = { items: [], total: 0 },
): Promise<Pile> {
  const of = { coach, limit: AT_MOST, ...(staffId && { staffId }) };
  try {
    const { items, total } = await calls.listCoachBookings({ ...of, ...piles[name] });
    return { items, total: total ?? items.length };
  } catch (problem) {
    return { ...before, problem };
  }
}

/**
 * Reads the day and what waits beside it. Rejects where the calendar cannot be read, which has the clock of all; a pile
 * that cannot be read says so, and keeps what it had `before`.
 */
export async function readToday(
  calls: TodayCalls,
  scope: ReadScope,
  now: number,
  before: TodayRead | null,
): Promise<TodayRead> {
  const [from, to] = [now - BEFORE * DAY, now + AFTER * DAY].map((at) => new Date(at).toISOString()) as [
    string,
    string,
  ];
  const known = before?.staffId === scope.staffId ? before : null;
  const pile = (name: PileName) => readPile(calls, scope, name, known?.[name]);
  const [calendar, requests, toClose, toSchedule] = await Promise.all([
    calls.getCalendar({ coach: scope.coach, from, to, explain: 'true' }),
    pile('requests'),
    pile('toClose'),
    pile('toSchedule'),
  ]);
  learnZones(calendar.zones);
  return { calendar, staffId: scope.staffId, requests, toClose, toSchedule, at: now };
}

const counted = (notes: Record<keyof Notes, number>): Notes =>
  Object.fromEntries(Object.entries(notes).filter(([, count]) => count > 0));

/**
 * Reads what a coach should look at. What connected calendars have is for those who may change the coach's settings;
 * `isCoachSide` is false for a member of the team.
 */
export async function readNotes(calls: TodayCalls, coach: string, isCoachSide: boolean): Promise<Notes> {
  const [zones, bursts, calendars] = await Promise.all([
    calls.listZoneChanges({ coach }),
    calls.listBursts({ coach }),
    isCoachSide ? calls.listExternalCalendars({ coach }) : [],
  ]);
  const sum = (of: (calendar: (typeof calendars)[number]) => number) =>
    calendars.reduce((total, calendar) => total + of(calendar), 0);
  return counted({
    zoneChanges: zones.length,
    bursts: bursts.length,
    changedThere: sum(({ changed }) => changed),
    conflicts: sum(({ conflicts }) => conflicts),
    failing: sum(({ active, failures }) => (active && failures > 0 ? 1 : 0)),
  });
}
