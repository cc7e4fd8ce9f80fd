import type { Contact, StoredContact } from '../ports/leads.ts';

/** The attendee of a booking. */
export type KnownAttendee =
  | { readonly kind: 'client'; readonly id: string; readonly contact: Contact }
  | {
      readonly kind: 'lead';
      readonly contact: StoredContact;
      /** The id of a lead that was named; else the lead is found by the e-mail. */
      readonly id?: string;
    };
