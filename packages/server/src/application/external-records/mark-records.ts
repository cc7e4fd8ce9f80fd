import type { Booking } from '../../domain/booking/booking.ts';
import { calendarRecordId, videoRecordId } from '../../domain/external-record/external-record.ts';
import { isMade } from '../../domain/video/video.ts';
import type { Core } from '../ports/core.ts';
import type { RecordMark } from '../ports/external-records.ts';

export type MarkRecordsNeeds = Pick<Core, 'externalRecords' | 'calendarSources'>;

/** Events after which a provider is asked for nothing: the session is agreed or over either way. */
const UNSEEN = ['booking.unproven', 'booking.started', 'booking.completed', 'booking.no_show'];

/**
 * Marks what follows a booking at providers, by its events, before they are taken away: any number of processes may do
 * so, and each may die behind any write. It asks no provider anything. `sources` are the calendars of the coach.
 */
export async function markRecords(
  { externalRecords }: Pick<Core, 'externalRecords'>,
  booking: Booking,
  sources: Awaited<ReturnType<Core['calendarSources']['ofCoach']>>,
): Promise<void> {
  const events = booking.outbox.filter(({ type }) => !UNSEEN.includes(type));
  const last = events.at(-1);
  if (!last) return;
  const { id: bookingId, partnerId, mode, coachId, video } = booking;
  const wantedVersion = Math.max(...events.map(({ version = booking.version }) => version));
  const about = { partnerId, mode, bookingId, coachId, wantedVersion, at: last.at };
  const marks: RecordMark[] = sources.flatMap(({ id: sourceId, kind, writesTo, deletedAt }) =>
    kind === 'ics' || writesTo === undefined || deletedAt !== undefined
      ? []
      : {
          ...about,
          id: calendarRecordId(bookingId, sourceId),
          kind: 'calendar',
          provider: kind,
          account: { sourceId },
        },
  );
  if (isMade(video))
    marks.push({ ...about, id: videoRecordId(bookingId), kind: 'video', provider: video.provider, account: {} });
  for (const mark of marks) await externalRecords.mark(mark);
}
