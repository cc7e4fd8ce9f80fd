import type { AnyDelivery } from './account-delivery.ts';
import type { Delivery } from './delivery.ts';

type Shared =
  | 'partnerId'
  | 'mode'
  | 'coachId'
  | 'dueAt'
  | 'state'
  | 'code'
  | 'attempt'
  | 'failures'
  | 'leasedUntil'
  | 'providerId'
  | 'segments'
  | 'createdAt'
  | 'settledAt';

/**
 * One message to a person who began a booking and agreed to be reminded. Its words and its address are those of the
 * intent when it is sent, so that a withdrawal before that leaves nothing to send.
 */
export interface RecoveryDelivery extends Pick<Delivery, Shared> {
  /** `<intent>:recovery:<number>`: an intent never has two messages of one number (R9). */
  readonly id: string;
  readonly intentId: string;
  readonly kind: 'recovery';
  readonly channel: 'email' | 'sms';
  readonly role: 'attendee';
  readonly about: {
    /** 1 is the first message of the intent. */
    readonly number: number;
  };
}

/** A message about a booking, or one about a booking that was begun. */
export type ListedDelivery = Delivery | RecoveryDelivery;

export function isOfBooking(delivery: AnyDelivery): delivery is Delivery {
  return 'bookingId' in delivery;
}

export function isOfIntent(delivery: AnyDelivery): delivery is RecoveryDelivery {
  return delivery.kind === 'recovery';
}
