import type { SmsAccount } from './messaging.ts';
import type { Receipt } from './outlets.ts';

export interface OutgoingSms {
  /** E.164 */
  readonly to: string;
  readonly text: string;
  /** The address at which the provider reports the outcome; absent where it cannot reach this server. */
  readonly statusUrl?: string;
}

/**
 * Sends an SMS by an account of this provider. Throws an OutletFailure: unsure when the request left and no answer
 * rules out that it was sent, since providers take the same SMS twice (R9).
 */
export type SmsProvider = (account: SmsAccount, sms: OutgoingSms) => Promise<Receipt>;

/** One for each provider that a partner can name. */
export type SmsProviders = Readonly<Record<SmsAccount['provider'], SmsProvider>>;
