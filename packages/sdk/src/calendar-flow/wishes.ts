import type { components } from '@coach-booking/contract/types';

type Schemas = components['schemas'];

export interface ConfirmWish {
  /** False sends no message; true also sends one about bookings that the coach side had entered. */
  readonly notify?: boolean;
}

export interface CancelWish {
  readonly reason?: string;
  readonly notify?: boolean;
  readonly offerReschedule?: boolean;
}

export interface BurstWish {
  readonly reason?: string;
  readonly block?: boolean;
}

export interface ZoneChangesWish {
  readonly reason?: string;
  /** Whether the attendees of shifted bookings are notified. */
  readonly notify?: boolean;
}

export interface MoveWish {
  /** UTC instant. */
  readonly start: string;
  /** Minutes; default the same as before. */
  readonly duration?: number;
  readonly reason?: string;
  readonly notify?: boolean;
}

/** The input of a new booking by the coach. */
export interface NewBooking {
  readonly start: string;
  readonly serviceId?: string;
  readonly duration?: number;
  readonly locationKind?: Schemas['LocationKind'];
  /** Only of a session in person. Absent: the service's. */
  readonly place?: Schemas['MeetingPlace'];
  readonly staffId?: string;
  readonly summary?: string;
  readonly notes?: string;
  /** Whether it is booked in spite of all warnings. */
  readonly override?: boolean;
  /** False sends no message. For a start that has passed only true sends one. */
  readonly notify?: boolean;
  /** The details of a new person; otherwise one of the two ids, by which the booking belongs to that person. */
  readonly attendee?: Schemas['AttendeeInput'];
  readonly clientId?: string;
  readonly leadId?: string;
}

/** A person who has booked the coach before. */
export interface FoundPerson {
  /** `client` has an account; `lead` has none. */
  readonly kind: 'client' | 'lead';
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** E.164 where it could be read. */
  readonly phone?: string;
}
