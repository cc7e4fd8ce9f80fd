import { claimBlocks, sessionsConflict, sessionsOverlap, utcDays, type Session } from '../../domain/booking/claim.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';

/**
 * Returns whether something other than the booking itself has the session's time in this calendar, for dry runs, which
 * claim nothing.
 */
export async function isStaffBusy(
  { ledgers }: Pick<Core, 'ledgers'>,
  { now }: Context,
  staffId: string,
  session: Session,
  bookingId = '',
  mayTouchBuffers = false,
): Promise<boolean> {
  const conflict = mayTouchBuffers ? sessionsOverlap : sessionsConflict;
  const { claims } = await ledgers.read(staffId, utcDays(session.paddedStart, session.paddedEnd));
  return claims.some((claim) => claimBlocks(claim, session, [bookingId], now, conflict));
}
