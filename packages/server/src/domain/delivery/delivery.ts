import type { Instant } from '@coach-booking/time/instant';
import type { BookingStatus } from '../booking/status.ts';
import type { MessageKind } from '../message/message.ts';

/** The way a message goes. */
export type DeliveryChannel = 'email' | 'sms' | 'push';

/** The recipient: a role and never a person, so that a person who is erased is in no row. R8. */
export type DeliveryRole = 'attendee' | 'coach' | `staff:${string}`;

/** The kind of a message about a booking. A declined one: the coach side cancelled a pending booking. R34. */
export type DeliveryKind = Exclude<MessageKind, 'welcome' | 'recovery'>;

/**
 * - `due`: waits for its time or for another attempt
 * - `leased`: a process prepares it; nothing has left yet
 * - `sending`: the provider is being called
 * - `sent`: the provider took it; `delivered`: the provider reports its arrival
 * - `skipped`, `failed`: it will not be sent, and `code` is the reason
 * - `unknown`: it may have been sent, and is never sent again
 */
export type DeliveryState = 'due' | 'leased' | 'sending' | 'sent' | 'delivered' | 'skipped' | 'failed' | 'unknown';

/** The reason why a message was not sent. */
export type SkipCode =
  | 'not_wanted'
  | 'superseded'
  | 'too_late'
  | 'rule_off'
  | 'no_address'
  | 'not_configured'
  | 'erased'
  | 'opted_out'
  | 'suspended'
  | 'quiet_hours'
  | 'cost_guard';

/**
 * The state in which an event left its booking. A message describes this, and is superseded by what came later. R10.
 */
export interface DeliveryOf {
  /** The version of the booking; absent for messages that are not about one change. */
  readonly version?: number;
  readonly status?: BookingStatus;
  /** Instants. */
  readonly start?: Instant;
  readonly originalStart?: Instant;
  readonly offerReschedule?: boolean;
  /** Of a conflict: the part of the booking's time that another calendar has. */
  readonly outside?: { readonly sourceId: string; readonly start: Instant; readonly end: Instant };
  /** Of a mail in place of a message that would have disturbed by this channel. */
  readonly insteadOf?: DeliveryChannel;
}

/** One message to one recipient by one channel. */
export interface Delivery {
  /**
   * Made of what it is about, so that it is the same in every process, however often it is derived:
   * `<event>:<channel>:<role>`, of a reminder `<booking>:reminder:<channel>:<role>:<minutes>:<start>` (R8), of a
   * conflict `<booking>:conflict:<channel>:<role>:<start>-<end>`. One that is sent again has `:again:<n>` behind that.
   * R46.
   */
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly coachId: string;
  readonly bookingId: string;
  readonly kind: DeliveryKind;
  readonly channel: DeliveryChannel;
  readonly role: DeliveryRole;
  readonly about: DeliveryOf;
  /** Of a reminder: minutes before the start. */
  readonly minutesBefore?: number;
  /** The number of times that the coach side had asked to send it again; absent from the first sending. R46. */
  readonly again?: number;
  /** By the clock of the rules: a test's clock may move it. */
  readonly dueAt: Instant;
  readonly state: DeliveryState;
  /** A SkipCode, or the provider's code of a failure. */
  readonly code?: string;
  /** The number of times that it was taken to be sent. */
  readonly attempt: number;
  /** The number of attempts that failed in a way that may succeed later. */
  readonly failures: number;
  /** Real time until which a process has it; null while none has. */
  readonly leasedUntil: Instant | null;
  /** The provider's id of what it took. */
  readonly providerId?: string;
  /** Of an SMS: how many it was, as it was made or as the provider counted. */
  readonly segments?: number;
  /** When its event was, by the clock of the rules. */
  readonly createdAt: Instant;
  /** Real time at which it was sent, skipped or given up. */
  readonly settledAt?: Instant;
}

/** States of a message that its recipient has, or may have. */
export const SENT: readonly DeliveryState[] = ['sent', 'delivered', 'unknown'];
