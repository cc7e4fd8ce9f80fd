import type { Booking } from '../../domain/booking/booking.ts';
import { note } from '../audit/note.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { manageLinkOf } from './booking-view.ts';
import { changeBooking, type ChangeBookingNeeds } from './change-booking.ts';

type ManageLinkNeeds = Pick<Core, 'tokens' | 'newId' | 'publicUrl' | 'bookings' | 'audit' | 'cachedPartner'> &
  ChangeBookingNeeds;

/**
 * Sets another nonce, which no earlier link has. Of two callers with the same link the later one is refused: its link
 * is no longer valid.
 */
const withNewNonce = (core: ManageLinkNeeds, context: Context, id: string): Promise<Booking> =>
  changeBooking(core, context, { id }, async (old) => {
    const manageNonce = core.newId();
    return context.dryRun ? { ...old, manageNonce } : core.bookings.amend(old, old.version, { manageNonce });
  });

/** Makes a new manage link; earlier ones stop working at once (S22). Throws BOOKING_NOT_FOUND, VERSION_CONFLICT. */
export const renewManageLink: UseCase<'renewManageLink', ManageLinkNeeds> =
  (core) =>
  async (context, { id }) => {
    const booking = await withNewNonce(core, context, id);
    if (!context.dryRun) await note(core, context, 'booking.link_renewed', { kind: 'booking', id });
    return { data: manageLinkOf(core, await core.cachedPartner(booking.partnerId), booking) };
  };

/** Revokes the manage links of a booking and makes no new one (S22). Throws BOOKING_NOT_FOUND, VERSION_CONFLICT. */
export const revokeManageLink: UseCase<'revokeManageLink', ManageLinkNeeds> =
  (core) =>
  async (context, { id }) => {
    await withNewNonce(core, context, id);
    if (!context.dryRun) await note(core, context, 'booking.link_revoked', { kind: 'booking', id });
    return { data: { id, removed: true } };
  };
