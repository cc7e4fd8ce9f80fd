import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { emailKeyOf } from '../../domain/person/written.ts';
import type { KnownAttendee } from '../people/known-attendee.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { Refusal, orThrow } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { bookingLimit } from './refuse-blocked.ts';
import type { Guest } from './guest.ts';

export type CountBookingNeeds = Pick<Core, 'realNow' | 'bookings' | 'leads' | 'users' | 'visits'>;

/** A booking that a visitor is about to make. */
export interface GuestBooking {
  readonly id: string;
  readonly coachId: string;
  readonly attendee: KnownAttendee;
}

const addressFull = (core: Pick<Core, 'realNow'>, cap: number, oldest: Instant): Refusal =>
  bookingLimit(core, `${cap} bookings in 24 hours from this address.`, plus(oldest, DAY));

/**
 * Returns BOOKING_LIMIT when the address has reached its bookings in 24 hours; of two at the same moment the later one
 * is refused.
 */
const overAddress = async (
  core: Pick<Core, 'realNow' | 'visits'>,
  context: Context,
  { mark, caps }: Guest,
  id: string,
): Promise<Refusal | null> => {
  const cap = caps.bookingsPerAddress;
  if (cap === null) return null;
  const visits = await core.visits.fromAddress(scopeOf(context), mark, minus(core.realNow(), DAY), cap);
  const isOver = visits.length === cap && !visits.some(({ bookingId }) => bookingId === id);
  return isOver ? addressFull(core, cap, visits[0]!.at) : null;
};

/** Returns the id of bookings with an unproven e-mail; null for a proven one, and for one without any booking. */
const unprovenId = async (
  { leads, users }: Pick<Core, 'leads' | 'users'>,
  context: Context,
  attendee: KnownAttendee,
): Promise<string | null> => {
  if (attendee.kind === 'client') return (await users.byId(attendee.id))?.emailVerified === false ? attendee.id : null;
  if (attendee.contact.email === undefined) return null;
  const lead = await leads.byEmail(scopeOf(context), emailKeyOf(attendee.contact.email));
  return lead && lead.clientId === undefined ? lead.id : null;
};

/** Returns EMAIL_LIMIT when an unproven e-mail has reached its future bookings. */
const overEmail = async (
  core: Pick<Core, 'bookings' | 'leads' | 'users'>,
  context: Context,
  { caps }: Guest,
  attendee: KnownAttendee,
): Promise<Refusal | null> => {
  const cap = caps.bookingsPerEmail;
  if (cap === null) return null;
  const attendeeId = await unprovenId(core, context, attendee);
  if (attendeeId === null) return null;
  const ahead = await core.bookings.countAhead({ ...scopeOf(context), attendeeId, now: context.now, limit: cap });
  return ahead >= cap
    ? new Refusal('EMAIL_LIMIT', `${cap} bookings to come for an e-mail that nobody has proven.`)
    : null;
};

/**
 * Records from which address a booking comes, and counts it, once its time is claimed and before it is recorded. R13.
 * Returns null, or why the visitor may not book more, BOOKING_LIMIT or EMAIL_LIMIT: then it is no longer recorded, as
 * when it cannot be counted.
 */
export async function countBooking(
  core: CountBookingNeeds,
  context: Context,
  guest: Guest,
  { id, coachId, attendee }: GuestBooking,
): Promise<Refusal | null> {
  await core.visits.note({ ...scopeOf(context), bookingId: id, coachId, mark: guest.mark, at: core.realNow() });
  const counted = Promise.all([overAddress(core, context, guest, id), overEmail(core, context, guest, attendee)]);
  const isCounted = await counted.then(
    (over) => over.every((refusal) => refusal === null),
    () => false,
  );
  if (!isCounted) await core.visits.forget([id]);
  const [byAddress, byEmail] = await counted;
  return byAddress ?? byEmail;
}

/** Checks the limit for a dry run, which records nothing and reveals nothing about an e-mail. Throws BOOKING_LIMIT. */
export async function checkBookingLimit(
  core: Pick<Core, 'realNow' | 'visits'>,
  context: Context,
  guest: Guest,
): Promise<void> {
  return void orThrow(await overAddress(core, context, guest, ''));
}
