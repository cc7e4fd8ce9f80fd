import type { Instant } from '@coach-booking/time/instant';
import type { Delivery, DeliveryChannel } from '../../domain/delivery/delivery.ts';
import type { Mode } from '../kernel/context.ts';

/** A calendar file that goes with a mail. */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** A finished message, as the provider of its channel takes it. */
export type OutgoingMessage =
  | {
      readonly channel: 'email';
      /** An address alone, without a name. */
      readonly to: string;
      /** Shown as the sender beside the server's own address. */
      readonly fromName: string;
      readonly replyTo?: string;
      readonly subject: string;
      readonly text: string;
      readonly html: string;
      /** `Message-ID`, `In-Reply-To` and the like. */
      readonly headers: Readonly<Record<string, string>>;
      readonly calendar?: MailCalendar;
    }
  | {
      readonly channel: 'sms';
      /** E.164 */
      readonly to: string;
      readonly text: string;
      readonly segments: number;
    }
  | {
      readonly channel: 'push';
      readonly to: string;
      readonly title: string;
      readonly body: string;
      readonly url: string;
    };

/** Why a provider did not take a message. Without the address, since it is logged. */
export class OutletFailure extends Error {
  override readonly name = 'OutletFailure';
  /** Such as `ECONNECTION`, `550` or `21610`. */
  readonly code: string;
  /** A later attempt is useless. */
  readonly isFinal: boolean;
  /** The message may have been sent all the same: the answer is missing. */
  readonly isUnsure: boolean;

  constructor(code: string, { isFinal = false, isUnsure = false } = {}) {
    super(`A message was not taken: ${code}.`);
    this.code = code;
    this.isFinal = isFinal;
    this.isUnsure = isUnsure;
  }
}

/** What a provider says of a message that it took. */
export interface Receipt {
  readonly providerId?: string;
}

/** Sends a message. Throws an OutletFailure. */
export type Outlet = (message: OutgoingMessage, delivery: Delivery, at: Instant) => Promise<Receipt>;

/**
 * Returns where messages of a mode and channel leave, or null where nothing is set up for them. In mode `test` nothing
 * leaves: messages are kept, for those who wrote the test to read.
 */
export type Outlets = (mode: Mode, channel: DeliveryChannel) => Outlet | null;
