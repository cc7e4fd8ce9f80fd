import type { Instant } from '@coach-booking/time/instant';
import type { Booking, BookingStep, HistoryEntry, OutboxData, OutboxEvent } from '../../domain/booking/booking.ts';
import type { BookingStatus } from '../../domain/booking/status.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { present } from '../kernel/present.ts';
import { actorOf } from '../kernel/scope.ts';

export interface BookingEvent {
  readonly type: BookingStep;
  readonly to: BookingStatus;
  readonly reason?: string | undefined;
  /** The time of the session from then on; undefined leaves it as it is. */
  readonly moved?: { readonly start: Instant; readonly end: Instant } | undefined;
  readonly notify?: boolean | undefined;
  readonly offerReschedule?: boolean | undefined;
  /** Null takes the assignment back; undefined leaves it as it is. */
  readonly staffId?: string | null | undefined;
  /** The warnings that the coach side overrode. */
  readonly overridden?: readonly string[];
}

/**
 * Returns the caller's choice about notifying; for a session whose start has passed no message is sent unless it was
 * chosen (R17).
 */
export function notifyOf(
  { now }: Context,
  { notify }: { readonly notify?: boolean | undefined },
  start: Instant | undefined,
): boolean | undefined {
  return start !== undefined && start <= now ? notify === true : notify;
}

/** Returns what a change adds in the booking's own write: a line of history, and the outbox event. */
export function recordOf(
  { newId }: Pick<Core, 'newId'>,
  context: Context,
  { status, time, version }: Booking,
  { type, to, reason, moved, notify, offerReschedule, staffId, overridden = [] }: BookingEvent,
): { readonly history: HistoryEntry; readonly event: OutboxEvent } {
  const by = actorOf(context);
  const at = context.now;
  const originalStart = type === 'rescheduled' ? time?.start : undefined;
  const data: OutboxData = {
    status: to,
    by,
    ...present({
      start: (moved ?? time)?.start,
      end: (moved ?? time)?.end,
      originalStart,
      reason,
      notify,
      offerReschedule,
      staffId,
    }),
  };
  return {
    history: {
      type,
      at,
      by,
      from: status,
      to,
      version: version + 1,
      ...present({
        reason,
        originalStart,
        newStart: moved?.start,
        staffId,
        overridden: overridden.length > 0 ? overridden : undefined,
      }),
    },
    event: { id: newId(), type: `booking.${type}`, at, version: version + 1, data },
  };
}
