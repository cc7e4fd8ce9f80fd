import type { Contact, StoredContact } from '../ports/leads.ts';

/** Who the booking is for. */
export type KnownAttendee =
  | { readonly kind: 'client'; readonly id: string; readonly contact: Contact }
  | {
      readonly kind: 'lead';
      readonly contact: StoredContact;
      /** Of a lead that was named; else the lead is found by the e-mail. */
      readonly id?: string;
    };
