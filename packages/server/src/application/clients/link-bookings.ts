import type { Booking } from '../../domain/booking/booking.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import { announce, changeOfBooking } from '../live/announce.ts';
import type { Lead } from '../ports/leads.ts';
import type { User } from '../ports/users.ts';
import { scopeOf } from '../scope.ts';
import { connectThrough } from './connect-through.ts';

/** So many writers in a row can be faster with one booking; then the next sign-in goes on. */
const ATTEMPTS = 5;

/** Says whose the guest with this proven address is. What follows of it is `finishLinking`. */
export const linkLead = async (core: Core, context: Context, { id, emailKey, role }: User): Promise<void> => {
  if (role === 'client') await core.leads.link(scopeOf(context), emailKey, id, context.now);
};

/** The booking as the client's, whatever others do to it meanwhile; null when it no longer is the lead's. */
const handOver = async (core: Core, lead: Lead, clientId: string, found: Booking): Promise<Booking | null> => {
  let booking: Booking | null = found;
  for (let tries = 0; tries < ATTEMPTS && booking; tries++) {
    if (booking.attendee.kind !== 'lead' || booking.attendee.id !== lead.id) return null;
    const amended = await core.bookings.amend(booking, booking.version, { attendee: { kind: 'client', id: clientId } });
    if (amended) return amended;
    const stored = await core.bookings.find(booking.id);
    booking = stored?.kind === 'booking' ? stored : null;
  }
  throw new Error(`Booking ${found.id} was written by others again and again.`);
};

/**
 * Makes the bookings of a linked lead the client's, and connects client and coaches through them. Each step is one write that can be done
 * again, so whoever comes next goes on where a crash has ended this. Bookings made after the address was proven stay the lead's: to type an
 * address proves nothing.
 */
export const finishLinking = async (core: Core, user: User): Promise<void> => {
  if (user.role !== 'client' || !user.emailVerified) return;
  const { partnerId, mode, id: clientId, emailKey } = user;
  const scope = { partnerId, mode };
  const lead = await core.leads.byEmail(scope, emailKey);
  if (!lead?.isLinking || lead.clientId !== clientId) return;
  for (const booking of await core.bookings.ofAttendee(scope, lead.id)) {
    if (booking.createdAt > lead.linkedAt!) continue;
    const linked = await handOver(core, lead, clientId, booking);
    if (linked) announce(core, changeOfBooking(linked));
  }
  // Of all there are, not of those handed over just now: a crash may lie between the two.
  for (const booking of await core.bookings.ofAttendee(scope, clientId)) {
    if (booking.createdAt <= lead.linkedAt!)
      await connectThrough(core.connections, { ...scope, clientId, coachId: booking.coachId }, booking);
  }
  await core.leads.endLinking(lead.id);
};
