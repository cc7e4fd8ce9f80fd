import type { Booking } from '../../domain/booking/booking.ts';
import { isExpired } from '../../domain/booking/expiry.ts';
import { firstStatus } from '../../domain/booking/status.ts';
import { announce, changeOfBooking, type AnnounceDeps } from '../feed/announce.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope } from '../kernel/scope.ts';
import { contactOf } from '../people/contacts.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { provenView } from './booking-view.ts';
import { versionConflict } from './find-booking.ts';

type ProveBookingNeeds = Pick<
  Core,
  'tokens' | 'bookings' | 'leads' | 'users' | 'newId' | 'realNow' | 'publicUrl' | 'background' | 'cachedPartner'
> &
  AnnounceDeps;

/** Attempts against the sweeper, which raises versions too. */
const MAX_ATTEMPTS = 4;

/** Whether its guest confirmed it by mail. */
export function isProven({ history }: Pick<Booking, 'history'>): boolean {
  return history.some(({ type }) => type === 'proven');
}

const gone = ({ id }: Booking): Refusal =>
  new Refusal('HOLD_GONE', `Booking ${id} was not confirmed in time, or was given up.`);

/** Returns the change by which a booking begins for the coach side: it is created now. */
const proof = ({ newId }: ProveBookingNeeds, booking: Booking, now: Context['now']) => {
  const { status: from, policy, time, staffId } = booking;
  const status = firstStatus('attendee', policy.autoConfirm);
  const version = booking.version + 1;
  const by = 'attendee' as const;
  const data = { status, by, ...present({ start: time?.start, end: time?.end, staffId }) };
  return {
    set: { status, unproven: undefined, expiresAt: undefined, ...(time && { time }) },
    history: { type: 'proven' as const, at: now, by, from, to: status, version },
    event: { id: newId(), type: 'booking.created' as const, at: now, version, data },
  };
};

/** One attempt; null when another writer was faster. */
const prove = async (core: ProveBookingNeeds, { now, dryRun }: Context, booking: Booking): Promise<Booking | null> => {
  if (isProven(booking)) return booking;
  if (!booking.unproven || booking.status !== 'pending' || isExpired(booking, now)) throw gone(booking);
  const change = proof(core, booking, now);
  if (dryRun)
    return { ...present({ ...booking, ...change.set }), history: [...booking.history, change.history] } as Booking;
  const proven = await core.bookings.change(booking, booking.version, change);
  if (proven) announce(core, changeOfBooking(proven));
  return proven;
};

/**
 * Confirms by the link in a mail what a guest booked: it gets its first status, and the coach side is notified. Sent
 * again it returns the same. Throws TOKEN_INVALID, HOLD_GONE when that comes too late. R14.
 */
export const proveBooking: UseCase<'proveBooking', ProveBookingNeeds> =
  (core) =>
  async (context, { id, token }) => {
    const invalid = () => new Refusal('TOKEN_INVALID', `This is no valid link of booking ${id}.`);
    const grant = core.tokens.readProof(token, context.now);
    if (!grant || grant.bookingId !== id || !isInScope(context, grant)) throw invalid();
    const booking = await compareAndSet<Booking, Booking>({
      read: async () => {
        const stored = await core.bookings.find(id);
        if (stored?.kind !== 'booking') throw invalid();
        return stored;
      },
      write: (stored) => prove(core, context, stored),
      otherwise: (stored) => {
        throw versionConflict(stored);
      },
      tries: MAX_ATTEMPTS,
    });
    const [partner, contact] = await Promise.all([core.cachedPartner(booking.partnerId), contactOf(core, booking)]);
    return { data: provenView(core, partner, booking, contact) };
  };
