import type { Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Booking } from '../../domain/booking/booking.ts';
import type { BookingStatus } from '../../domain/booking/status.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { MessageKind } from '../../domain/message/message.ts';
import { manageLinkOf } from '../bookings/booking-view.ts';
import { joinUrlOf } from '../pages/join-url.ts';
import { pageAddress } from '../pages/page-address.ts';
import type { Core } from '../ports/core.ts';
import type { Partner } from '../ports/partners.ts';
import { isAboutHealth } from '../intake/booked-view.ts';
import type { MessageData, MessageLinks } from '../rendering/message-data.ts';
import type { Recipient } from '../messaging/recipient.ts';
import { isUnsubscribable } from './unsubscribe.ts';

export type MessageDataNeeds = Pick<Core, 'tokens' | 'publicUrl'>;

/** The subject of a message, and its reader. */
export interface ToTell {
  readonly kind: MessageKind;
  readonly about: Pick<Delivery['about'], 'version' | 'offerReschedule'>;
  readonly isAttendee: boolean;
  readonly booking: Booking;
  readonly head: CoachHead;
  readonly attendee: Pick<Recipient, 'name'>;
  /** IANA: of the reader. */
  readonly timeZone: string;
  /** The start in the recipient's last message, when it has changed. */
  readonly oldStart: Instant | undefined;
  /** The clock of the rules. */
  readonly now: Instant;
}

/** Whether the attendee is offered another time. */
export const isOffered = ({ kind, about }: Pick<ToTell, 'kind' | 'about'>): boolean =>
  kind === 'follow_up' || kind === 'declined' || kind === 'expired' || about.offerReschedule === true;

/** The link by which the attendee unsubscribes from messages of this kind; none for a required kind. */
const unsubscribeLink = (core: MessageDataNeeds, partner: Partner | null, { kind, booking }: ToTell) => {
  if (!isUnsubscribable(kind)) return undefined;
  const { id: subjectId, partnerId, mode } = booking;
  const token = core.tokens.signUnsubscribe({ subjectId, partnerId, mode, kind });
  return pageAddress(core.publicUrl(), partner, `/u/${token}`);
};

/** Returns the token of the link by which a guest confirms the booking. R14. */
const proofOf = ({ tokens }: MessageDataNeeds, { id: bookingId, partnerId, mode, expiresAt, createdAt }: Booking) =>
  tokens.signProof({ bookingId, partnerId, mode, expiresAt: expiresAt ?? createdAt });

/** Minutes that are left to confirm. */
const lifetimeOf = ({ booking: { expiresAt }, now }: ToTell): number | undefined =>
  expiresAt === undefined ? undefined : Math.max(1, Math.round((expiresAt - now) / MINUTE));

/** Statuses of a session that is going to take place. */
const JOINED: readonly BookingStatus[] = ['scheduled', 'confirmed', 'in_progress'];

/** The link to join, for both sides; none before the coach has agreed, and none after the end. */
const joinLink = (core: MessageDataNeeds, { booking, kind }: ToTell): string | undefined =>
  booking.video && JOINED.includes(booking.status) && kind !== 'follow_up' ? joinUrlOf(core, booking) : undefined;

/** The links of an attendee open the booking, so no other message holds them (R12). */
const linksOf = (core: MessageDataNeeds, partner: Partner | null, given: ToTell): MessageLinks => {
  const { isAttendee, booking, head } = given;
  const address = (path: string) => pageAddress(core.publicUrl(), partner, path);
  const join = joinLink(core, given);
  const joinPassword = booking.meeting?.password;
  if (!isAttendee) return { join, joinPassword, calendar: address(`/desk/calendar?booking=${booking.id}`) };
  if (given.kind === 'unproven') return { confirm: address(`/confirm/${proofOf(core, booking)}`) };
  return {
    join,
    joinPassword,
    manage: booking.status === 'cancelled' ? undefined : manageLinkOf(core, partner, booking).manageUrl,
    unsubscribe: unsubscribeLink(core, partner, given),
    reschedule: isOffered(given) ? address(`/book/${head.slug}`) : undefined,
  };
};

/**
 * Returns the reason that was given for the change. The reason of an expiry is a code, and the text of the message
 * explains it.
 */
const reasonOf = ({ booking, about, kind }: ToTell): string | undefined =>
  about.version === undefined || kind === 'expired'
    ? undefined
    : booking.history.find(({ version }) => version === about.version)?.reason;

/** Returns the answers of the form for the coach side; those about health are in the booking alone. */
const answersOf = ({ isAttendee, booking: { intake } }: ToTell): Pick<MessageData, 'answers' | 'hasHealthAnswers'> => {
  if (isAttendee || !intake) return {};
  const plain = intake.answers.filter(({ health }) => !health);
  return {
    answers: plain.map(({ label, value }) => ({
      label,
      value: typeof value !== 'string' ? value.join(', ') : value === 'true' ? '✓' : value,
    })),
    hasHealthAnswers: isAboutHealth(intake),
  };
};

/** Returns the data of a message about a booking, as it is at this moment. */
export function messageDataOf(core: MessageDataNeeds, partner: Partner | null, given: ToTell): MessageData {
  const { attendee, booking, head, timeZone, oldStart, now } = given;
  const { time, duration, price, locationKind, place, serviceTitle, staffId } = booking;
  const service = head.services.find(({ id }) => id === booking.serviceId);
  const staff = head.staff.find(({ id }) => id === staffId);
  return {
    lead: { name: attendee.name },
    coach: { name: head.name },
    staff: staff && { name: staff.name },
    service: { title: serviceTitle },
    start: time?.start,
    end: time?.end,
    oldStart,
    duration,
    // Who meets in person reads the clock on the wall there.
    timeZone: locationKind === 'in_person' ? head.schedule.timeZone : timeZone,
    now,
    place: place && [place.name, place.address].filter(Boolean).join(', '),
    placeHint: place?.hint,
    whatToBring: service?.whatToBring,
    price,
    ...answersOf(given),
    reason: reasonOf(given),
    linkLifetime: lifetimeOf(given),
    links: linksOf(core, partner, given),
  };
}
