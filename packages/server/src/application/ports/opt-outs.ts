import type { Instant } from '@coach-booking/time/instant';
import type { DeliveryKind } from '../../domain/delivery/delivery.ts';
import type { LedgerScope } from './ledgers.ts';

/** An address by one channel: the e-mail as it is compared, or the number as E.164. */
export interface OptOutContact {
  readonly channel: 'email' | 'sms';
  readonly address: string;
}

/** What a contact wants no more: everything by this channel, or messages of one kind. */
export type OptOutKind = 'all' | DeliveryKind;

/**
 * What contacts want no more, for a partner and mode as a whole. Of the contact only a keyed hash is stored, which
 * nobody can turn back or guess, so that it stays when the person is erased: an erased number must not be written to
 * again.
 */
export interface OptOuts {
  /** Returns what this contact wants no more by this channel; nothing for most. */
  of(scope: LedgerScope, contact: OptOutContact): Promise<ReadonlySet<OptOutKind>>;
  /** Notes it; done again it changes nothing. */
  add(scope: LedgerScope, contact: OptOutContact, kind: OptOutKind, at: Instant): Promise<void>;
  /** Takes it back. */
  remove(scope: LedgerScope, contact: OptOutContact, kind: OptOutKind): Promise<void>;
}
