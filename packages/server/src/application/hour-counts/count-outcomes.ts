import type { Booking, OutboxEvent } from '../../domain/booking/booking.ts';
import type { BookingStatus } from '../../domain/booking/status.ts';
import type { HourCount } from '../../domain/recommend/hour-counts.ts';
import { noteBooked, type NoteConfidencesNeeds } from './note-confidences.ts';

/** The counts of the statuses in which a session ends. */
const OUTCOMES: Partial<Record<BookingStatus, HourCount>> = { completed: 'completed', no_show: 'noShow' };

/** Returns what an event of a booking counts as, and whether it takes that back; null for most. */
const outcomeOf = (
  { history }: Booking,
  { type, version, data: { status, by } }: OutboxEvent,
): { readonly count: HourCount; readonly by: 1 | -1 } | null => {
  if (type === 'booking.created') return by === 'attendee' ? { count: 'booked', by: 1 } : null;
  if (type === 'booking.completed' || type === 'booking.no_show') return { count: OUTCOMES[status]!, by: 1 };
  if (type !== 'booking.undone') return null;
  const from = history.find((entry) => entry.version === version)?.from;
  const count = from && OUTCOMES[from];
  return count ? { count, by: -1 } : null;
};

/**
 * Counts what the events of a booking report for its hour of the week, and what was expected of it. A process that dies
 * before the events go counts them twice: the counts are estimates, and do not wait for that.
 */
export async function countOutcomes(core: NoteConfidencesNeeds, booking: Booking): Promise<void> {
  const { time, coachId } = booking;
  if (!time) return;
  for (const event of booking.outbox) {
    const outcome = outcomeOf(booking, event);
    if (outcome?.count === 'booked') await noteBooked(core, booking, coachId, time.local, event.at);
    if (outcome) await core.hourCounts.add(booking, coachId, [time.local], { ...outcome, at: event.at });
  }
}
