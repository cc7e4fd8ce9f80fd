import type { DeliveryChannel } from '../../domain/delivery/delivery.ts';
import type { MessageKey } from '../../domain/message/message.ts';
import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { Mode } from '../kernel/context.ts';
import type { TemplateFaultCode } from './templates.ts';

/** An own text that could not be used when its message was to go. */
export interface FailedTemplate extends MessageKey {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly coachId?: string;
  readonly code: TemplateFaultCode;
}

/** A message that could not be made, by a fault of our own. */
export interface FailedMessage {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly kind: string;
  readonly channel: DeliveryChannel;
  /** The name of the error. */
  readonly type: string;
}

/** A booking whose events could not be made into messages and webhooks, by a fault of our own. */
export interface FailedBooking {
  readonly partnerId: string;
  readonly mode: Mode;
  readonly bookingId: string;
  /** The name of the error. */
  readonly type: string;
}

/** A provider has reported that a person removed the app. */
export interface DeauthorizedApp {
  readonly provider: ConnectedProvider;
  /** `repeated`: what the person had connected was revoked or connected anew by then; `unknown`: there is none. */
  readonly outcome: 'revoked' | 'repeated' | 'unknown';
}

/**
 * The events that the operator should see in the server's log or its metrics, though everything went on. Never with
 * contacts or texts.
 */
export interface Notices {
  /** The standard text went in its place. */
  templateFailed(failed: FailedTemplate): void;
  /** It is tried again later. */
  messageFailed(failed: FailedMessage): void;
  /** Its events stay, and are tried again with the next pass. */
  bookingFailed(failed: FailedBooking): void;
  /** The connections are revoked by then. */
  deauthorized(app: DeauthorizedApp): void;
}

/** Of a process that sends nothing. */
export const noNotices: Notices = {
  templateFailed: () => undefined,
  messageFailed: () => undefined,
  bookingFailed: () => undefined,
  deauthorized: () => undefined,
};
