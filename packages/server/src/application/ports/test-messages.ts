import type { Instant } from '@coach-booking/time/instant';
import type { AnyDelivery } from '../../domain/delivery/account-delivery.ts';
import type { DeliveryChannel } from '../../domain/delivery/delivery.ts';
import type { RecordProvider } from '../../domain/external-record/external-record.ts';
import type { LedgerScope } from './ledgers.ts';
import type { OutgoingMessage } from './outlets.ts';

/** Days for which the messages of tests are kept. */
export const TEST_MESSAGE_DAYS = 7;

/** A message of mode `test`, kept in place of being sent. */
export interface TestMessage extends LedgerScope {
  readonly id: string;
  readonly deliveryId: string;
  /** The subject: a booking, an account, or an intent. */
  readonly bookingId?: string;
  readonly userId?: string;
  readonly intentId?: string;
  readonly kind: AnyDelivery['kind'];
  readonly role: AnyDelivery['role'];
  readonly message: OutgoingMessage;
  /** By the clock of the rules. */
  readonly sentAt: Instant;
}

/** The failure of a test provider. `revoked`: it refuses the credentials, for good. */
export type TestFailure = 'timeout' | '429' | '5xx' | 'revoked';

/** A channel, or a provider of meetings and calendars. */
export type TestProvider = DeliveryChannel | RecordProvider;

export interface TestMessageQuery extends LedgerScope {
  readonly bookingId?: string;
  /** Those behind this id. */
  readonly after?: string;
  readonly limit: number;
}

/** The messages of tests, and the failures that tests have asked for. */
export interface TestMessages {
  /** Keeps a message. Its id sorts by the real time at which it was kept. */
  keep(message: TestMessage, realNow: Instant): Promise<void>;
  /** Returns messages by id. */
  list(query: TestMessageQuery): Promise<readonly TestMessage[]>;
  /** Removes the messages about these bookings, accounts and intents, for erasure. */
  forget(scope: LedgerScope, ids: readonly string[]): Promise<void>;
  /** The next so many messages or calls of it fail in this way, in place of what was asked for before. */
  failNext(scope: LedgerScope, channel: TestProvider, failure: TestFailure, times: number): Promise<void>;
  /** Takes one of these failures; null when none is left. */
  takeFailure(scope: LedgerScope, channel: TestProvider): Promise<TestFailure | null>;
}
