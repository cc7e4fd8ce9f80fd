import type { Booking } from '../../domain/booking/booking.ts';
import { claimIdOf, placeClaimIdOf, placesLedger, timeRefs, type ClaimRef } from '../../domain/booking/claim.ts';
import { giveUp, releaseUnused, type GiveUpNeeds } from '../claiming/give-up.ts';
import { settleClaims } from '../claiming/release.ts';
import { takePlace, takeTime } from '../claiming/take.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import { saveLead } from '../people/contact.ts';
import type { Core } from '../ports/core.ts';
import type { BookingDraft } from './booking-draft.ts';
import { importedBooking } from './imported-booking.ts';
import { RowRefusal } from './row-error.ts';

export type WriteBookingNeeds = GiveUpNeeds & Pick<Core, 'newId' | 'pause' | 'leads'>;

interface Taken {
  readonly claims: readonly ClaimRef[];
  readonly placeNumber?: number;
}

const isBooking = (taken: Taken | Booking): taken is Booking => 'version' in taken;

const slotTaken = (slug: string): RowRefusal =>
  new RowRefusal('start', 'SLOT_TAKEN', `Coach ${slug} has a session at this time.`);

/** Claims time and place. The booking itself where another import was faster. Throws RowRefusal. */
const take = async (
  core: WriteBookingNeeds,
  context: Context,
  { head, session }: BookingDraft,
  id: string,
): Promise<Taken | Booking> => {
  const scope = scopeOf(context);
  const owner = { kind: 'booking', id } as const;
  const wanted = timeRefs(claimIdOf(id, session), { coachId: head.id }, session);
  const time = await takeTime(core, {
    scope,
    refs: wanted,
    owner,
    session,
    alsoOwn: [],
    now: context.now,
    mayTouchBuffers: true,
  });
  if (time.refusedBy !== null) {
    const existing = await giveUp(core, scope, id, time.refs);
    if (existing) return existing;
    throw slotTaken(head.slug);
  }
  // A place is taken for what was agreed, also above the coach's limit, and where there is none (R30).
  const placed = { owner, claimId: placeClaimIdOf(id), until: session.end };
  const place = await takePlace(core, scope, head.id, placed, { capacity: null }, { now: context.now });
  if (typeof place !== 'number') throw new Error(`A place of coach ${head.id} was refused: ${place}`);
  const claims = [...time.refs, { id: placed.claimId, ledgers: [placesLedger(head.id)] }];
  return { claims, ...present({ placeNumber: head.capacity === null ? undefined : place }) };
};

/** As the booking names them; the details of a lead are kept first, as those of who books. */
const attendeeOf = async (
  core: WriteBookingNeeds,
  context: Context,
  { attendee, head }: BookingDraft,
  bookingId: string,
): Promise<Booking['attendee']> => {
  if (attendee.kind === 'client') return { kind: 'client', id: attendee.id };
  const { contact } = attendee;
  const origin = { coachId: head.id, source: 'import' };
  const id = await saveLead(core, scopeOf(context), contact, origin, { bookingId, now: context.now });
  return { kind: 'lead', id, contactId: contact.id };
};

/** The result of writing a booking. */
export interface WrittenBooking {
  readonly booking: Booking;
  readonly isNew: boolean;
}

/**
 * Claim → record → settle under the row's id, as every booking is made; what takes no time is only recorded. Done again
 * it finds what was done. Throws RowRefusal.
 */
export async function writeBooking(
  core: WriteBookingNeeds,
  context: Context,
  draft: BookingDraft,
  id: string,
): Promise<WrittenBooking> {
  const taken: Taken | Booking = draft.takesTime ? await take(core, context, draft, id) : { claims: [] };
  if (isBooking(taken)) return { booking: taken, isNew: false };
  const attendee = await attendeeOf(core, context, draft, id);
  const booking = importedBooking(core, context, draft, { id, attendee, ...taken });
  if ((await core.bookings.insert(booking)) === 'exists') {
    // Another import of the row was faster; or the sweeper took this one for dead.
    const existing = await releaseUnused(core, id, taken.claims);
    if (existing) return { booking: existing, isNew: false };
    throw new RowRefusal('externalId', 'VERSION_CONFLICT', 'The row took too long and was given up: send it again.');
  }
  core.background.add(settleClaims(core, taken.claims));
  return { booking, isNew: true };
}
