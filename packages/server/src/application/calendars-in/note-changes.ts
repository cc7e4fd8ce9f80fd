import { instant, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import {
  canBeJudged,
  findingOf,
  isNoted,
  withFinding,
  type Finding,
  type SeenEvents,
} from '../../domain/external-record/changed-there.ts';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import { isWanted } from '../../domain/external-record/wish.ts';
import { announce, changeOfBooking, type AnnounceDeps } from '../feed/announce.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import { mailCoach, type MailCoachNeeds } from '../people/mail-coach.ts';
import type { Core } from '../ports/core.ts';

export type NoteChangesNeeds = Pick<Core, 'bookings' | 'calendarSources' | 'externalRecords' | 'background'> &
  AnnounceDeps &
  MailCoachNeeds;

/** A reading, as far as it shows our own events. */
export interface SeenReading {
  readonly seen: SeenEvents;
  /** The events in it; absent where only changes were read. */
  readonly events?: number;
  /** When it began: real time. */
  readonly began: Instant;
  readonly now: Instant;
}

/** Changes that are noticed within so long are in one mail, which leaves at the end of it. */
const GATHERED = 10 * MINUTE;
const leavesAt = (realNow: Instant): Instant => instant((Math.floor(realNow / GATHERED) + 1) * GATHERED);

/** Returns what a reading shows. One without any event after one that had some may be a fault of the other side. */
const believed = ({ good }: CalendarSource, { seen, events }: SeenReading): SeenEvents =>
  events === 0 && (good?.events ?? 0) > 0 ? { ...seen, whole: [] } : seen;

/** Returns the records of bookings to come that a reading may show something of. */
const recordsOf = async (
  { externalRecords }: NoteChangesNeeds,
  { id: sourceId, partnerId, mode, coachId }: CalendarSource,
  { seen: { events, whole }, now }: SeenReading,
): Promise<readonly ExternalRecord[]> => {
  if (whole.length > 0) {
    const to = instant(Math.max(...whole.map(({ end }) => end)));
    return externalRecords.writtenOfSource({ partnerId, mode, coachId, sourceId, from: now, to });
  }
  if (events.length === 0) return [];
  const found = await externalRecords.ofBookings([...new Set(events.map(({ bookingId }) => bookingId))]);
  return found.filter(({ account, written }) => account.sourceId === sourceId && (written?.start ?? 0) >= now);
};

/** Returns whether a record was written as its booking is, which is not on its way to another time. */
const isOf = ({ written }: ExternalRecord, booking: Booking | undefined): booking is Booking =>
  booking !== undefined &&
  isWanted(booking) &&
  booking.time?.start === written?.start &&
  booking.time?.end === written?.end;

/** Writes a finding where the record still is as it was judged. Returns whether it was. */
const noteFinding = (
  core: NoteChangesNeeds,
  { id, partnerId, mode, written }: ExternalRecord,
  finding: Finding,
  { began, now }: SeenReading,
): Promise<boolean> => {
  const mailAt = mode === 'test' ? now : leavesAt(core.realNow());
  return compareAndSet<ExternalRecord | null, { readonly isDone: boolean }>({
    read: () => core.externalRecords.byId({ partnerId, mode }, id),
    write: async (stored) => {
      if (!stored || !canBeJudged(stored, began) || stored.written?.at !== written?.at) return { isDone: false };
      if (isNoted(stored.changedThere, finding)) return { isDone: true };
      const noted = withFinding(stored, finding, now, mailAt);
      return (await core.externalRecords.replace(noted, stored.version)) ? { isDone: true } : null;
    },
    otherwise: () => ({ isDone: false }),
  }).then(({ isDone }) => isDone);
};

/**
 * Notifies the coach's account of what somebody has changed there, once. The mail is kept before that is noted, and its
 * id is of what the record says: a process that dies in between, and one that reads at the same time, make no second.
 */
const tellOf = async (core: NoteChangesNeeds, { id, partnerId, mode }: ExternalRecord, now: Instant): Promise<void> => {
  const record = await core.externalRecords.byId({ partnerId, mode }, id);
  const { changedThere, coachId } = record ?? {};
  if (!record || !changedThere || coachId === undefined || changedThere.toldAt !== undefined) return;
  const { mailAt, since } = changedThere;
  const isTest = mode === 'test';
  const occasion = isTest ? `${id}:changed_there:${since}` : `${coachId}:changed_there:${mailAt}`;
  const mail = { partnerId, mode, coachId, kind: 'changed_there', occasion, createdAt: now } as const;
  await mailCoach(core, isTest ? mail : { ...mail, dueAt: mailAt });
  // Where another has written it meanwhile, the next reading finds the same mail.
  await core.externalRecords.replace({ ...record, changedThere: { ...changedThere, toldAt: now } }, record.version);
};

/**
 * Notes what a reading shows of the bookings that were written into a calendar: which of them somebody has moved or
 * deleted there, and which are as they were written again. Nothing of it is applied to a booking. It is noted before
 * the reading is kept, so that a process that dies in between has lost nothing. Returns whether something could not be
 * judged yet, since the event or its booking is on its way: then all is to be read again.
 */
export async function noteChanges(
  core: NoteChangesNeeds,
  source: CalendarSource,
  reading: SeenReading,
): Promise<{ readonly isUnsettled: boolean }> {
  if (source.writesTo === undefined) return { isUnsettled: false };
  const { began, now } = reading;
  const records = await recordsOf(core, source, reading);
  const seen = believed(source, reading);
  let isUnsettled = records.length > 0 && seen !== reading.seen;
  const open: { readonly record: ExternalRecord; readonly finding: Finding }[] = [];
  for (const record of records) {
    const finding = findingOf(record, seen);
    if (!finding) continue;
    const { changedThere } = record;
    if (!isNoted(changedThere, finding)) open.push({ record, finding });
    else if (changedThere && changedThere.toldAt === undefined) await tellOf(core, record, now);
  }
  if (open.length === 0) return { isUnsettled };
  // A process that was taken for dead has read what is older than what another one has read.
  const stored = await core.calendarSources.byId(source, source.id);
  if (stored?.fence !== source.fence) return { isUnsettled: true };
  const bookings = await core.bookings.byIds(source, [...new Set(open.map(({ record }) => record.bookingId))]);
  for (const { record, finding } of open) {
    const booking = bookings.find(({ id }) => id === record.bookingId);
    const isNow = isOf(record, booking) && canBeJudged(record, began);
    if (isNow && (await noteFinding(core, record, finding, reading))) {
      announce(core, changeOfBooking(booking));
      await tellOf(core, record, now);
      continue;
    }
    // What a provider refuses is written over once it does not.
    isUnsettled ||= finding.kind !== 'same' && record.state !== 'failed';
  }
  return { isUnsettled };
}
