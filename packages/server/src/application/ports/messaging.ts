import type { QuietHours } from '../../domain/delivery/quiet-hours.ts';
import type { LedgerScope } from './ledgers.ts';

/** A partner's account with a provider of SMS. Either `from` or `messagingServiceSid`. */
export interface SmsAccount {
  readonly provider: 'twilio';
  readonly accountSid: string;
  /** Stored sealed. */
  readonly authToken: string;
  /** E.164 */
  readonly from?: string;
  readonly messagingServiceSid?: string;
  /** Segments of a day in UTC. */
  readonly maxPerDay: number;
}

/** The settings for messages of a partner, in one mode. */
export interface MessagingSettings {
  readonly email: { readonly senderName?: string; readonly replyTo?: string };
  /** Stands below every mail. */
  readonly postalAddress?: string;
  /** Whether the calendar file of a mail is attached as well. */
  readonly attachCalendar: boolean;
  readonly sms?: SmsAccount;
  readonly quietHours: QuietHours;
  /** Names partner and mode in the URL that the provider calls. Made with the first account and kept. */
  readonly hookToken?: string;
  /** 1 at first; raised by one with each change. */
  readonly version: number;
}

/** The settings of messages: one document for a partner and mode. */
export interface Messaging {
  /** Returns null before they are set. */
  of(scope: LedgerScope): Promise<MessagingSettings | null>;
  /** Returns the settings to which the URL of a provider leads, with whose they are. */
  byHookToken(hookToken: string): Promise<(LedgerScope & { readonly settings: MessagingSettings }) | null>;
  /** Replaces them by compare-and-set; 0 is the version of those that were never set. Returns false for another one. */
  replace(scope: LedgerScope, settings: MessagingSettings, expectedVersion: number): Promise<boolean>;
}
