import type { Instant } from '@coach-booking/time/instant';
import type { AnyDelivery } from '../../domain/delivery/account-delivery.ts';
import type { DeliveryChannel } from '../../domain/delivery/delivery.ts';
import type { LedgerScope } from './ledgers.ts';

/** A calendar file that goes with a mail. */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
  /** Whether it is an attachment as well as a part that mail programs read; it is without this. */
  readonly isAttached?: boolean;
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
      /** The person's id: it goes to all of their devices. */
      readonly to: string;
      readonly title: string;
      readonly body: string;
      readonly url: string;
    };

/** The reason why a provider did not take a message. Without the address, since it is logged. */
export class OutletFailure extends Error {
  override readonly name = 'OutletFailure';
  /** Such as `ECONNECTION`, `550` or `21610`. */
  readonly code: string;
  /** A later attempt is useless. */
  readonly isFinal: boolean;
  /** The message may have been sent all the same: the answer is missing. */
  readonly isUnsure: boolean;
  /** The recipient has opted out at the provider. */
  readonly isOptedOut: boolean;
  /** Milliseconds before which the provider wants no other attempt. */
  readonly retryAfter: number | undefined;
  /** The provider's own words. They may hold the address, so they are shown to its owner alone and never logged. */
  declare readonly detail: string | undefined;

  constructor(
    code: string,
    {
      isFinal = false,
      isUnsure = false,
      isOptedOut = false,
      retryAfter = undefined as number | undefined,
      detail = undefined as string | undefined,
    } = {},
  ) {
    super(`A message was not taken: ${code}.`);
    this.code = code;
    this.isFinal = isFinal;
    this.isUnsure = isUnsure;
    this.isOptedOut = isOptedOut;
    this.retryAfter = retryAfter;
    Object.defineProperty(this, 'detail', { value: detail, enumerable: false });
  }
}

/** A provider's answer about a message that it took. */
export interface Receipt {
  readonly providerId?: string;
  /** Of an SMS, as the provider counted. */
  readonly segments?: number;
}

/** Sends a message. Throws an OutletFailure. */
export type Outlet = (message: OutgoingMessage, delivery: AnyDelivery, at: Instant) => Promise<Receipt>;

/**
 * Returns where messages of a partner, mode and channel leave, or null where nothing is set up for them. In mode `test`
 * nothing leaves: messages are kept, for those who wrote the test to read.
 */
export type Outlets = (scope: LedgerScope, channel: DeliveryChannel) => Promise<Outlet | null>;
