import type { Instant } from '@coach-booking/time/instant';
import type { DeliveryKind } from '../../domain/delivery/delivery.ts';
import type { LedgerScope } from './ledgers.ts';

/** An address by one channel: the e-mail as it is compared, or the number as E.164. */
export interface OptOutContact {
  readonly channel: 'email' | 'sms';
  readonly address: string;
}

/** The scope of an opt-out: everything by this channel, or messages of one kind. */
export type OptOutKind = 'all' | DeliveryKind | 'recovery';

/** One opt-out, without the contact, which the store does not hold. */
export interface OptOut {
  /** Made of the keyed hash of the contact and the kind. */
  readonly id: string;
  readonly channel: OptOutContact['channel'];
  readonly kind: OptOutKind;
  /** The time of the first opt-out. Real time. */
  readonly since: Instant;
}

/** The start of a page: behind the opt-out with this time and id. */
export type OptOutPosition = Pick<OptOut, 'since' | 'id'>;

/**
 * The opt-outs of contacts, for a partner and mode as a whole. Of the contact only a keyed hash is stored, which
 * cannot be reversed or guessed, so that it stays when the person is erased: an erased number must get no message
 * again.
 */
export interface OptOuts {
  /** Returns the opt-outs of this contact by this channel; none for most. */
  of(scope: LedgerScope, contact: OptOutContact): Promise<ReadonlySet<OptOutKind>>;
  /** Adds an opt-out; a second call changes nothing. */
  add(scope: LedgerScope, contact: OptOutContact, kind: OptOutKind, at: Instant): Promise<void>;
  /** Removes an opt-out. */
  remove(scope: LedgerScope, contact: OptOutContact, kind: OptOutKind): Promise<void>;
  /** Returns those of one contact by its channel, the newest first. */
  allOf(scope: LedgerScope, contact: OptOutContact): Promise<readonly OptOut[]>;
  /** Returns those of all contacts, the newest first; of one moment by id. */
  list(query: LedgerScope & { readonly after?: OptOutPosition; readonly limit: number }): Promise<readonly OptOut[]>;
  /** Returns the one with this id; null where there is none in this partner and mode. */
  byId(scope: LedgerScope, id: string): Promise<OptOut | null>;
  /** Removes the one with this id. False where there is none in this partner and mode. */
  removeById(scope: LedgerScope, id: string): Promise<boolean>;
}
