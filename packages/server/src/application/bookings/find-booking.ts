import type { Booking } from '../../domain/booking/booking.ts';
import { stageOf } from '../../domain/booking/stage.ts';
import { statusAfter, type BookingMove, type BookingStatus } from '../../domain/booking/status.ts';
import { zoneOf } from '@coach-booking/time/zone';
import type { Schedule } from '../../domain/schedule/schedule.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { sideOf } from '../kernel/scope.ts';

/** Checks the version that the caller named, if any. Throws VERSION_CONFLICT. */
export function checkVersion(booking: Booking, version: number | undefined): void {
  if (version !== undefined && version !== booking.version) throw versionConflict(booking);
}

export function versionConflict({ id, version, status }: Booking): Refusal {
  return new Refusal('VERSION_CONFLICT', `Booking ${id} is at version ${version}.`, { version, status });
}

/**
 * Returns the status that the move leads to, by the one table and the caller's side; `start` and `reschedule` depend on
 * the coach's schedule as it is now. Throws NOT_ALLOWED_NOW.
 */
export function allowedStatus(
  move: BookingMove,
  booking: Booking,
  context: Context,
  schedule?: Pick<Schedule, 'timeZone' | 'autoConfirm'>,
): BookingStatus {
  const { id, status, version } = booking;
  const asked = { by: sideOf(context), now: context.now, autoConfirm: schedule?.autoConfirm ?? true };
  const next = statusAfter(move, stageOf(booking, schedule && zoneOf(schedule.timeZone)), asked);
  if (!next) throw new Refusal('NOT_ALLOWED_NOW', `Booking ${id} is ${status}: no ${move}.`, { status, version });
  return next;
}
