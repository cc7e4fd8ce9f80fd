import type { LedgerScope } from './ledgers.ts';

/** Contact details as one form gave them. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly timeZone?: string;
}

export interface StoredContact extends Contact {
  /** Made of the details themselves, so that the same ones are stored once. */
  readonly id: string;
}

/** Somebody who is not registered. One per e-mail of a partner and mode; a booking shows the contact that it was made with. */
export interface Lead extends LedgerScope {
  readonly id: string;
  /** The e-mail as it is compared. */
  readonly emailKey: string;
  readonly contacts: readonly StoredContact[];
  /** The one given last. */
  readonly contactId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface LeadUpsert extends LedgerScope {
  readonly emailKey: string;
  readonly contact: StoredContact;
  /** The id when there is no such lead yet. */
  readonly newId: string;
  readonly now: number;
}

export interface Leads {
  /** Inserts the lead or adds the contact to it, in one write. Answers the lead's id. */
  upsert(lead: LeadUpsert): Promise<string>;
  byEmail(scope: LedgerScope, emailKey: string): Promise<Lead | null>;
  byId(id: string): Promise<Lead | null>;
  byIds(ids: readonly string[]): Promise<readonly Lead[]>;
}
