import type { Utm } from '../../domain/booking/booking.ts';
import type { Temperature } from '../../domain/lead/temperature.ts';
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

/** So many contacts are kept of one e-mail, the last ones: anybody can type it again and again (S20). */
export const MAX_CONTACTS = 40;

/** What one coach set by hand; other coaches have their own. */
export interface LeadMark {
  readonly coachId: string;
  /** Absent: the score's. */
  readonly temperature?: Temperature;
  readonly notes?: string;
  /** One more with each change; 2 after the first. */
  readonly version: number;
  readonly updatedAt: number;
}

/**
 * Somebody who is not registered. One per e-mail of a partner and mode; a booking shows the contact that it was made
 * with.
 */
export interface Lead extends LedgerScope {
  readonly id: string;
  /** The e-mail as it is compared. */
  readonly emailKey: string;
  /** The one given last is the last; at most 40. */
  readonly contacts: readonly StoredContact[];
  /** The one given last. */
  readonly contactId: string;
  /** Where the first booking came from: a campaign, a host, or `direct`. */
  readonly source: string;
  readonly utm?: Utm;
  /** Whom they booked: those coaches have them in their lists. */
  readonly coachIds: readonly string[];
  readonly marks: readonly LeadMark[];
  /** How often marks were written. */
  readonly marksVersion: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The account whose owner proved this address. */
  readonly clientId?: string;
  /** When, by the clock of the rules. */
  readonly linkedAt?: number;
}

export interface LeadUpsert extends LedgerScope {
  readonly emailKey: string;
  readonly contact: StoredContact;
  /** Who was booked. */
  readonly coachId: string;
  /** Kept of the first booking only. */
  readonly source: string;
  readonly utm?: Utm;
  /** The id when there is no such lead yet. */
  readonly newId: string;
  readonly now: number;
}

/** Where a page begins: behind the lead with this creation and id. */
export interface LeadPosition {
  readonly at: number;
  readonly id: string;
}

export interface LeadQuery extends LedgerScope {
  readonly coachId: string;
  readonly after?: LeadPosition;
  readonly limit: number;
}

export interface Leads {
  /** Those who booked the coach, the newest first. */
  ofCoach(query: LeadQuery): Promise<readonly Lead[]>;
  /** Compare-and-set: writes the marks where they were written as often as the caller knows. */
  mark(lead: Lead, marks: readonly LeadMark[]): Promise<boolean>;
  /** Inserts the lead or adds the contact to it, in one write. Answers the lead's id. */
  upsert(lead: LeadUpsert): Promise<string>;
  /** Says whose the lead is, unless that was said before. Answers the lead as it is then; null when there is none. */
  link(scope: LedgerScope, emailKey: string, clientId: string, now: number): Promise<Lead | null>;
  /** Those whose address this client has proven, by id. More than one when the account's address was changed. */
  ofClient(scope: LedgerScope, clientId: string): Promise<readonly Lead[]>;
  /** For erasure. False when there is none. */
  remove(id: string): Promise<boolean>;
  byEmail(scope: LedgerScope, emailKey: string): Promise<Lead | null>;
  byId(id: string): Promise<Lead | null>;
  byIds(ids: readonly string[]): Promise<readonly Lead[]>;
}
