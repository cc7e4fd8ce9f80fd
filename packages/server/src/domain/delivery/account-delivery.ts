import type { Delivery } from './delivery.ts';
import type { RecoveryDelivery } from './recovery-delivery.ts';

/**
 * The kind of a mail about an account. `welcome`: it is ready; `calendar_failed`: another calendar is stale;
 * `connection_revoked`: a provider takes a connection no more; `meetings_limited`: a provider makes few meetings more
 * that day; `record_failed`: a provider has no meeting, or no event, for a session; `changed_there`: somebody has moved
 * or deleted the event of a session in a calendar.
 */
export const ACCOUNT_MESSAGE_KINDS = [
  'email_verification',
  'password_reset',
  'invitation',
  'email_change',
  'account_exists',
  'password_changed',
  'email_changing',
  'email_changed',
  'role_changed',
  'new_device',
  'second_factor_enabled',
  'second_factor_disabled',
  'welcome',
  'calendar_failed',
  'connection_revoked',
  'meetings_limited',
  'record_failed',
  'changed_there',
] as const;
export type AccountMessageKind = (typeof ACCOUNT_MESSAGE_KINDS)[number];

type Shared =
  | 'partnerId'
  | 'mode'
  | 'dueAt'
  | 'state'
  | 'code'
  | 'attempt'
  | 'failures'
  | 'leasedUntil'
  | 'providerId'
  | 'createdAt'
  | 'settledAt';

/**
 * One mail to the person of an account. It holds no text and no token: what opens the account is made when it is sent
 * (R48). Nothing in it depends on the clock of the rules, so it is due by real time in mode test, too.
 */
export interface AccountDelivery extends Pick<Delivery, Shared> {
  /** Of its own: a person may ask for the same mail twice. */
  readonly id: string;
  readonly userId: string;
  readonly kind: AccountMessageKind;
  readonly channel: 'email';
  readonly role: 'account';
  /** By which device it happened. */
  readonly about: { readonly device?: { readonly browser?: string; readonly system?: string } };
  /** The former address, which receives a mail about a change. Gone once the mail is sent, skipped or given up. */
  readonly address?: string;
}

/** All that lies in the store. */
export type AnyDelivery = Delivery | AccountDelivery | RecoveryDelivery;

export function isOfAccount(delivery: AnyDelivery): delivery is AccountDelivery {
  return delivery.role === 'account';
}
