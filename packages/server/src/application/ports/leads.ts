import type { Instant } from '@coach-booking/time/instant';
import type { Utm } from '../../domain/booking/booking.ts';
import type { Temperature } from '../../domain/lead/temperature.ts';
import type { LedgerScope } from './ledgers.ts';

/** Contact details as one form gave them. */
export interface Contact {
  readonly name: string;
  /** Absent for a guest whom the coach side booked without one. */
  readonly email?: string;
  readonly phone?: string;
  readonly timeZone?: string;
}

export interface StoredContact extends Contact {
  /** A hash of the details, so that the same ones are stored once. */
  readonly id: string;
}

/** Contacts stored for one e-mail, the latest ones: anyone can type it again and again (S20). */
export const MAX_CONTACTS = 40;

/** The fields that one coach set by hand; other coaches have their own. */
export interface LeadMark {
  readonly coachId: string;
  /** Absent: that of the score. */
  readonly temperature?: Temperature;
  readonly notes?: string;
  /** Raised by one with each change; 2 after the first. */
  readonly version: number;
  readonly updatedAt: Instant;
}

/**
 * A person who is not registered. One per e-mail of a partner and mode, and one for each who has none (R18); a booking
 * shows the contact that it was made with.
 */
export interface Lead extends LedgerScope {
  readonly id: string;
  /** The e-mail as it is compared. Absent of a lead without one, none of whose contacts has an e-mail. */
  readonly emailKey?: string;
  /** In the order in which they were last sent; at most MAX_CONTACTS. */
  readonly contacts: readonly StoredContact[];
  /** The latest one. */
  readonly contactId: string;
  /** The origin of the first booking: a campaign, a host, or `direct`. */
  readonly source: string;
  readonly utm?: Utm;
  /** The coaches that they booked, who have them in their lists. */
  readonly coachIds: readonly string[];
  readonly marks: readonly LeadMark[];
  /** The number of times that marks were written. */
  readonly marksVersion: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** The account whose owner proved this address. */
  readonly clientId?: string;
  /** When, by the clock of the rules. */
  readonly linkedAt?: Instant;
}

export interface LeadUpsert extends LedgerScope {
  /** By which the lead is found; where it is absent, by `newId`. */
  readonly emailKey?: string;
  readonly contact: StoredContact;
  /** The coach who was booked. */
  readonly coachId: string;
  /** Stored of the first booking only. */
  readonly source: string;
  readonly utm?: Utm;
  /** The id when there is no such lead yet. */
  readonly newId: string;
  readonly now: Instant;
}

/** The start of a page: behind the lead with this creation and id. */
export interface LeadPosition {
  readonly at: Instant;
  readonly id: string;
}

export interface LeadQuery extends LedgerScope {
  readonly coachId: string;
  readonly after?: LeadPosition;
  readonly limit: number;
}

export interface Leads {
  /** Returns those who booked the coach, the newest first. */
  ofCoach(query: LeadQuery): Promise<readonly Lead[]>;
  /** Writes the marks by compare-and-set on the number of writes. */
  mark(lead: Lead, marks: readonly LeadMark[]): Promise<boolean>;
  /** Inserts the lead or adds the contact to it, in one write. Returns the lead's id. */
  upsert(lead: LeadUpsert): Promise<string>;
  /** Links the lead to an account, unless it is linked. Returns the lead as it is then; null when there is none. */
  link(scope: LedgerScope, emailKey: string, clientId: string, now: Instant): Promise<Lead | null>;
  /**
   * Returns those whose address this client has proven, by id. More than one when the account's address was changed.
   */
  ofClient(scope: LedgerScope, clientId: string): Promise<readonly Lead[]>;
  /** Removes a lead, for erasure. Returns false when there is none. */
  remove(id: string): Promise<boolean>;
  /** Removes a lead of no account, unless it was written since. Returns whether it did. */
  removeUnchanged(lead: Lead): Promise<boolean>;
  /** Removes a coach from a lead, unless it was written since. Returns whether it did. */
  leaveCoach(lead: Lead, coachId: string): Promise<boolean>;
  byEmail(scope: LedgerScope, emailKey: string): Promise<Lead | null>;
  byId(id: string): Promise<Lead | null>;
  byIds(ids: readonly string[]): Promise<readonly Lead[]>;
}
