export type { MessageBrand } from '../mail/message-brand.ts';
import type { Instant } from '@coach-booking/time/instant';
import type { Money } from '../../domain/booking/booking.ts';

/** Links of a message. One that is absent stands nowhere in it. */
export interface MessageLinks {
  /** The link to join an online session. Never of a session in person. */
  readonly join?: string | undefined;
  /** The password of its meeting, where the provider has made one. */
  readonly joinPassword?: string | undefined;
  /** The link by which the attendee changes or cancels the booking. */
  readonly manage?: string | undefined;
  /** The link by which the attendee chooses another time. */
  readonly reschedule?: string | undefined;
  /** The booking in the calendar of the coach side; of a welcome, where to sign in. */
  readonly calendar?: string | undefined;
  /** The link by which a guest confirms by mail. */
  readonly confirm?: string | undefined;
  /** The link by which a visitor finishes a booking that was begun. */
  readonly resume?: string | undefined;
  /** The link by which the reader unsubscribes from messages of this kind, in a browser. Shown below mails. */
  readonly unsubscribe?: string | undefined;
}

/** The data that only a recovery has. */
export interface RecoveryData {
  /** The instant at which the contact was entered, with the consent to be reminded. */
  readonly enteredAt: Instant;
  /** The words that the coach added. */
  readonly coachMessage?: string | undefined;
  readonly incentive?:
    | {
        readonly code: string;
        /** Of the price, or in its smallest unit. */
        readonly off: { readonly percent: number } | Money;
        readonly expiresAt: Instant;
      }
    | undefined;
}

/** A free time that a message offers, and where it is booked. */
export interface OfferedTime {
  readonly start: Instant;
  readonly link: string;
}

/** The data of a message. Instants are epoch milliseconds; names as people entered them. */
export interface MessageData {
  readonly lead: { readonly name: string };
  readonly coach: { readonly name: string };
  readonly staff?: { readonly name: string } | undefined;
  readonly service: { readonly title: string };
  /** Absent from a booking that has only a place. */
  readonly start?: Instant | undefined;
  readonly end?: Instant | undefined;
  /** The start before a change. */
  readonly oldStart?: Instant | undefined;
  /** Minutes. */
  readonly duration?: number | undefined;
  /** IANA: of the reader; of the coach, when people meet in person. */
  readonly timeZone: string;
  /** The moment of sending: the clock of the rules. */
  readonly now: Instant;
  /** A name and an address, or the address alone; of a session in person. */
  readonly place?: string | undefined;
  /** The way in there. */
  readonly placeHint?: string | undefined;
  /** Things to bring or wear, in one line. */
  readonly whatToBring?: string | undefined;
  readonly price?: Money | undefined;
  /** Of a message to the coach side about a new booking: what its form has, without what is about health. */
  readonly answers?: readonly { readonly label: string; readonly value: string }[] | undefined;
  /** Whether questions about health were answered. */
  readonly hasHealthAnswers?: boolean | undefined;
  readonly reason?: string | undefined;
  /** The minutes for which the link to confirm works. */
  readonly linkLifetime?: number | undefined;
  /** Of a recovery: the discount, and when its address was typed in. */
  readonly recovery?: RecoveryData | undefined;
  /** Of a conflict: the name of the calendar that is busy, too. */
  readonly busyCalendar?: string | undefined;
  /** Free times in place of the session, the best first; at most three. */
  readonly offers?: readonly OfferedTime[] | undefined;
  readonly links: MessageLinks;
}
