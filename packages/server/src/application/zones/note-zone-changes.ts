import type { BookedLocal, Booking } from '../../domain/booking/booking.ts';
import { isActive } from '../../domain/booking/status.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { instant, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { localOf, offsetAt, zoneOf } from '@coach-booking/time/zone';
import { zoneRelease } from '@coach-booking/time/zone-data';
import {
  changeAt,
  changesOfOffset,
  offsetsIn,
  offsetsOfIntl,
  zoneLaw,
  type OffsetChange,
  type ZoneLaw,
} from '@coach-booking/time/zone-law';
import type { Deps } from '../ports/deps.ts';
import type { ZoneChange } from '../ports/zone-changes.ts';
import type { RecordedLaw } from '../ports/zone-laws.ts';

export type NoteZoneChangesNeeds = Pick<
  Deps,
  'coaches' | 'bookings' | 'zoneLaws' | 'zoneChanges' | 'realNow' | 'pause'
>;

export interface NoteZoneChangesOptions {
  /** Whether processes with only an earlier release may still write. */
  readonly mayOthersWrite: boolean;
}

/** The comparison of one pass through the store. */
interface Look {
  readonly before: ZoneLaw | null;
  readonly after: ZoneLaw;
  /** Some of what it finds may have been written by the new law. */
  readonly isMixed: boolean;
  /** Absences do not record by which law they were written, so only a first look lists them. */
  readonly isFirst: boolean;
}

/** Milliseconds between two checks of whether another process is done. */
const POLL_INTERVAL = SECOND / 4;
/** Years ahead for which a law is recorded. */
const YEARS = 11;

const lawNow = (realNow: Instant): ZoneLaw => {
  const year = new Date(realNow).getUTCFullYear();
  return zoneLaw({ from: instant(Date.UTC(year, 0, 1)), to: instant(Date.UTC(year + YEARS, 0, 1)) });
};

/** Returns what has to be looked through; null when nothing does. Releases sort as texts: `2026e`, `2026f`. */
const lookFor = (
  recorded: RecordedLaw | null,
  { mayOthersWrite }: NoteZoneChangesOptions,
  realNow: Instant,
): Look | null => {
  if (recorded === null) return { before: null, after: lawNow(realNow), isMixed: true, isFirst: true };
  const { law, earlier } = recorded;
  if (law.release < zoneRelease) return { before: law, after: lawNow(realNow), isMixed: false, isFirst: true };
  if (law.release > zoneRelease || earlier === undefined || mayOthersWrite) return null;
  return { before: earlier, after: law, isMixed: true, isFirst: false };
};

const isSame = (a: BookedLocal, b: BookedLocal): boolean => a.date === b.date && a.hour === b.hour;

/** Returns where the law of a zone differs; of the same zone for all its coaches, since Intl is slow to ask. */
const createChangesOf = ({ before, after }: Look) => {
  const known = new Map<string, readonly OffsetChange[]>();
  return (timeZone: string): readonly OffsetChange[] => {
    const found = known.get(timeZone);
    if (found) return found;
    const old = before ? offsetsIn(before, timeZone) : offsetsOfIntl(timeZone, after);
    const changes = changesOfOffset(old ?? [], offsetsIn(after, timeZone) ?? []);
    known.set(timeZone, changes);
    return changes;
  };
};

const changeOf = (
  { id: coachId, partnerId, mode, schedule }: CoachHead,
  changes: readonly OffsetChange[],
  what: Pick<ZoneChange, 'id' | 'kind' | 'start' | 'end'>,
): ZoneChange => {
  const zone = zoneOf(schedule.timeZone);
  const agreed = (instant: Instant): number => changeAt(changes, instant)?.before ?? offsetAt(zone, instant);
  return {
    partnerId,
    mode,
    coachId,
    timeZone: schedule.timeZone,
    ...what,
    startOffset: agreed(what.start),
    endOffset: agreed(what.end),
    release: zoneRelease,
  };
};

/** Lists a booking whose time on the wall has changed, and only then writes what it is now: a crash repeats both. */
const noteBooking = async (
  { bookings, zoneChanges, realNow }: NoteZoneChangesNeeds,
  head: CoachHead,
  changes: readonly OffsetChange[],
  { isMixed }: Look,
  booking: Booking,
): Promise<boolean> => {
  const { id, time, status } = booking;
  if (!time || !changeAt(changes, time.start)) return false;
  const { date, hour, weekday } = localOf(zoneOf(head.schedule.timeZone), time.start);
  const local = { date, hour, weekday };
  const isWritten = isSame(time.local, local);
  if (isMixed && isWritten) return false;
  const isAhead = isActive(status) && time.start > realNow();
  if (isAhead)
    await zoneChanges.add(changeOf(head, changes, { id, kind: 'booking', start: time.start, end: time.end }));
  if (!isWritten) await bookings.setLocal(booking, time.start, local);
  return isAhead;
};

const noteTimeOff = async (
  { zoneChanges, realNow }: NoteZoneChangesNeeds,
  head: CoachHead,
  changes: readonly OffsetChange[],
): Promise<number> => {
  const moved = head.timeOff.filter(
    ({ start, end }) => end > realNow() && (changeAt(changes, start) ?? changeAt(changes, end)),
  );
  for (const { id, start, end } of moved)
    await zoneChanges.add(changeOf(head, changes, { id, kind: 'time_off', start, end }));
  return moved.length;
};

const lookThrough = async (core: NoteZoneChangesNeeds, look: Look, renew: () => Promise<void>): Promise<number> => {
  const changesOf = createChangesOf(look);
  let noted = 0;
  for await (const head of core.coaches.everywhere()) {
    const changes = changesOf(head.schedule.timeZone);
    if (changes.length === 0) continue;
    await renew();
    const { partnerId, mode, id: coachId } = head;
    const stretch = { from: changes[0]!.from, to: changes.at(-1)!.to };
    for (const booking of await core.bookings.between({ partnerId, mode, coachId, ...stretch }))
      if (await noteBooking(core, head, changes, look, booking)) noted += 1;
    if (look.isFirst) noted += await noteTimeOff(core, head, changes);
  }
  return noted;
};

const recordOf = ({ before, after, isFirst }: Look, { mayOthersWrite }: NoteZoneChangesOptions): RecordedLaw =>
  isFirst && mayOthersWrite ? { law: after, earlier: before } : { law: after };

/**
 * Lists, once for each release of the time zone database, what the law of the zones has moved on the walls of coaches:
 * bookings and absences to come, for the coach to decide on, while their instants stay; and writes the local time of
 * bookings as it is now (R22). Resolves with how many it has listed, when this process or another has done so; a look
 * that was cut short begins again, and finds what is listed already. While older processes may write it is done once
 * more when they have ended.
 */
export async function noteZoneChanges(core: NoteZoneChangesNeeds, options: NoteZoneChangesOptions): Promise<number> {
  const { zoneLaws, realNow, pause } = core;
  let noted = 0;
  for (;;) {
    if (!lookFor(await zoneLaws.read(), options, realNow())) return noted;
    const isDone = await zoneLaws.alone(async (renew) => {
      const look = lookFor(await zoneLaws.read(), options, realNow());
      if (!look) return;
      noted = await lookThrough(core, look, renew);
      await renew();
      await zoneLaws.write(recordOf(look, options));
    });
    if (!isDone) await pause(POLL_INTERVAL);
  }
}
