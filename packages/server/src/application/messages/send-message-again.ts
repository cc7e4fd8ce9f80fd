import { sentAgain } from '../../domain/delivery/again.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { findBooking, type FindBookingNeeds } from '../people/find-booking.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { messageView } from './message-view.ts';

type SendMessageAgainNeeds = Pick<Core, 'deliveries'> & FindBookingNeeds;

/**
 * Makes a message that did not arrive due once more, under an id of its own, so that it counts as any other (R46).
 * Throws BOOKING_NOT_FOUND, MESSAGE_NOT_FOUND, and NOT_ALLOWED_NOW when it was sent, may be yet, or was tried too
 * often.
 */
export const sendMessageAgain: UseCase<'sendMessageAgain', SendMessageAgainNeeds> =
  (core) =>
  async (context, { id, messageId }) => {
    await findBooking(core, context, id);
    const all = await core.deliveries.ofBooking(scopeOf(context), id);
    const message = all.find((delivery) => delivery.id === messageId);
    if (!message) throw new Refusal('MESSAGE_NOT_FOUND', `Booking ${id} has no message ${messageId}.`);
    const again = sentAgain(message, all, context.now);
    if (!again)
      throw new Refusal(
        'NOT_ALLOWED_NOW',
        `Message ${messageId} is ${message.state}, or was sent again already: what failed, was skipped or is unknown can be sent again, five times at most.`,
      );
    if (!context.dryRun) await core.deliveries.insert([again], core.realNow());
    return { data: messageView(again) };
  };
