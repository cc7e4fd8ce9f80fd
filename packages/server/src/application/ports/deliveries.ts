import type { Instant } from '@coach-booking/time/instant';
import type { CountAt, DeliveryCount } from '../../domain/delivery/count.ts';
import type { AccountDelivery, AnyDelivery } from '../../domain/delivery/account-delivery.ts';
import type { Delivery, DeliveryChannel, DeliveryState } from '../../domain/delivery/delivery.ts';
import type { ReportedState } from '../../domain/delivery/report.ts';
import type { ListedDelivery } from '../../domain/delivery/recovery-delivery.ts';
import type { LedgerScope } from './ledgers.ts';

/** The deliveries to take. */
export interface DueQuery {
  readonly mode: 'test' | 'live';
  /** One partner's; undefined is all. */
  readonly partnerId?: string;
  /** Due at or before this instant of the rules' clock. */
  readonly dueBy: Instant;
  /** Only those about bookings and intents, or only those about accounts; undefined is all. */
  readonly about?: 'bookings' | 'accounts';
  /** Real time until which the taker has it. */
  readonly leasedUntil: Instant;
}

/** The end of an attempt. */
export interface Outcome {
  readonly state: Extract<DeliveryState, 'sent' | 'delivered' | 'skipped' | 'failed' | 'unknown'>;
  readonly code?: string;
  readonly providerId?: string;
  /** Of an SMS. */
  readonly segments?: number;
  /** Real time. */
  readonly at: Instant;
}

/** A report of the SMS provider about a message that it took. */
export interface DeliveryReport extends LedgerScope {
  readonly id: string;
  readonly state: ReportedState;
  /** Of a failure. */
  readonly code?: string;
  readonly providerId: string;
  /** Real time. */
  readonly at: Instant;
}

/** The messages of one state; the one due last comes first. */
export interface DeliveryListing extends LedgerScope {
  readonly state: DeliveryState;
  /** Ends right before this one. */
  readonly after?: { readonly dueAt: number; readonly id: string };
  readonly limit: number;
}

/** The deliveries to count. */
export interface CountQuery extends CountAt {
  readonly mode: 'test' | 'live';
  /** One partner's; undefined is all. */
  readonly partnerId?: string;
}

/** Days after which a message is forgotten: after it was settled, or after it was due if it never was. */
export const DELIVERY_DAYS = 90;

/** The messages to send, sent and not sent. Every change is one compare-and-set on state and attempt. */
export interface Deliveries {
  /** Inserts those whose ids are new; the others stay as they are. */
  insert(deliveries: readonly AnyDelivery[], realNow: Instant): Promise<void>;
  /** Returns those about bookings and intents that are due, the one that has been due for longest first. */
  due(query: Omit<DueQuery, 'leasedUntil' | 'about'> & { readonly limit: number }): Promise<readonly ListedDelivery[]>;
  /** Returns the existing ones about bookings and intents, in no order. */
  byIds(ids: readonly string[]): Promise<readonly ListedDelivery[]>;
  /** Takes up the one that has been due for longest, and counts the attempt. Returns null when none is due. */
  lease(query: DueQuery): Promise<AnyDelivery | null>;
  /**
   * Whether another process may not have it: from here on the provider is called. False when the lease was lost. What
   * is known of the message is noted with it, since the answer may be lost.
   */
  startSending(id: string, attempt: number, noted?: Pick<Delivery, 'segments'>): Promise<boolean>;
  /** Ends an attempt that was leased or sending. False when the lease was lost. */
  settle(id: string, attempt: number, outcome: Outcome): Promise<boolean>;
  /**
   * Gives a leased or sending one back, due again at an instant of the rules' clock; with a code it counts as a
   * failure. False when the lease was lost.
   */
  putBack(id: string, attempt: number, dueAt: Instant, code?: string): Promise<boolean>;
  /**
   * Notes a provider's report on an SMS, where it is new. Returns false when it is not, and for another message than
   * the one that the provider has under this id.
   */
  report(report: DeliveryReport): Promise<boolean>;
  /**
   * Ends leases that have run out, whose process must be dead: what was leased is due again; what was sending is due
   * again for these channels, which recognise a message that comes twice, and unknown for the others. R9. Returns how
   * many.
   */
  endLeases(realNow: Instant, repeatable: readonly DeliveryChannel[]): Promise<number>;
  /**
   * Whether an earlier message of the same booking to the same recipient by the same channel is leased or sending. One
   * that waits for another attempt is not: it is judged anew before that. R10.
   */
  isEarlierUnderWay(delivery: Delivery): Promise<boolean>;
  /** Returns the last message about a change that this recipient was sent by this channel, before this one. */
  lastSent(delivery: Delivery): Promise<Delivery | null>;
  /** Returns all of a booking, by when they are due. */
  ofBooking(scope: LedgerScope, bookingId: string): Promise<readonly Delivery[]>;
  /** Returns those about bookings and intents of one state, of a partner and mode. */
  list(listing: DeliveryListing): Promise<readonly ListedDelivery[]>;
  /** Returns those about accounts of one state, of a partner and mode. */
  listOfAccounts(listing: DeliveryListing): Promise<readonly AccountDelivery[]>;
  /** Removes those about an account, for erasure. */
  forget(scope: LedgerScope, userId: string): Promise<void>;
  /** Returns the numbers by kind and channel, in no order. */
  counts(query: CountQuery): Promise<readonly DeliveryCount[]>;
}
