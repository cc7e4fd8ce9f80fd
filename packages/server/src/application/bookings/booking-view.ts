import type { components } from '@coach-booking/contract/types';
import { actionsOf } from '../../domain/booking/actions.ts';
import { MANAGE_LINK_DAYS, type Booking, type HistoryEntry } from '../../domain/booking/booking.ts';
import { stageOf } from '../../domain/booking/stage.ts';
import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { managedAt, managePageOf } from '../../domain/partner/manage-page.ts';
import type { Partner } from '../ports/partners.ts';
import type { Zone } from '@coach-booking/time/zone';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { bookedIntakeView, PLAIN } from '../intake/booked-view.ts';
import type { Contact } from '../ports/leads.ts';
import { present } from '../kernel/present.ts';
import { joinUrlOf, type JoinUrlNeeds } from '../pages/join-url.ts';
import { videoStateOf } from '../../domain/video/video.ts';

type Schemas = components['schemas'];

/** Every move of the booking, the oldest first. */
const rescheduleHistory = ({ history }: Booking): Schemas['Booking']['rescheduleHistory'] =>
  history
    .filter(({ type }) => type === 'rescheduled')
    .map(({ originalStart, newStart, reason, at, by }) => ({
      newStart: instantText(newStart!),
      at: instantText(at),
      by,
      ...present({ originalStart: optionalText(originalStart), reason }),
    }));

/** As its caller sees it: to a client who signed in, what they booked as a guest is their own. */
export function seenBy({ caller }: Context, booking: Booking): Booking {
  return caller.kind === 'session' && caller.role === 'client'
    ? { ...booking, attendee: { kind: 'client', id: caller.userId } }
    : booking;
}

const bookingVideo = (core: JoinUrlNeeds, booking: Booking): Schemas['BookingVideo'] | undefined => {
  const { video, meeting } = booking;
  return (
    video && {
      joinUrl: joinUrlOf(core, booking),
      provider: video.provider,
      state: videoStateOf(video, meeting),
      ...present({ password: meeting?.password }),
    }
  );
};

export function bookingView(core: JoinUrlNeeds, booking: Booking, contact: Contact): Schemas['Booking'] {
  return {
    id: booking.id,
    coachId: booking.coachId,
    status: booking.status,
    duration: booking.duration,
    timeZone: booking.timeZone,
    attendee: {
      kind: booking.attendee.kind,
      id: booking.attendee.id,
      name: contact.name,
      ...present({ email: contact.email, phone: contact.phone, timeZone: contact.timeZone }),
    },
    serviceTitle: booking.serviceTitle,
    summary: booking.summary ?? `${booking.serviceTitle} with ${contact.name}`,
    notes: booking.notes,
    locationKind: booking.locationKind,
    rescheduleHistory: rescheduleHistory(booking),
    version: booking.version,
    createdAt: instantText(booking.createdAt),
    ...present({
      serviceId: booking.serviceId,
      place: booking.place,
      price: booking.price,
      discount: booking.discount,
      video: booking.unproven ? undefined : bookingVideo(core, booking),
      start: optionalText(booking.time?.start),
      end: optionalText(booking.time?.end),
      staffId: booking.staffId,
      placeNumber: booking.placeNumber,
      answers: booking.answers,
      intake: booking.intake && bookedIntakeView(booking.intake, PLAIN),
      cancelledAt: optionalText(booking.cancelledAt),
      cancelledBy: booking.cancelledBy,
      cancellationReason: booking.cancellationReason,
      rescheduleOffered: booking.rescheduleOffered,
    }),
  };
}

/** Returns the warnings that the coach side overrode in this step, for its answer. */
export function overriddenIn(step: HistoryEntry | undefined): Pick<Schemas['Booking'], 'warnings'> {
  return step?.overridden ? { warnings: [...step.overridden] as Schemas['Warning'][] } : {};
}

/** The part of a partner that decides on which page its bookings are managed. */
export type ManagePages = Pick<Partner, 'manageUrls' | 'allowedOrigins'> | null;

/**
 * The link by which the attendee moves or cancels a booking, as it is now: on the partner's page while its origin is
 * allowed, else on the hosted one.
 */
export function manageLinkOf(
  { tokens, publicUrl }: Pick<Core, 'tokens' | 'publicUrl'>,
  partner: ManagePages,
  booking: Booking,
): Schemas['ManageLink'] {
  const { id: bookingId, partnerId, mode, manageNonce: nonce } = booking;
  const expiresAt = plus(booking.time?.end ?? booking.createdAt, MANAGE_LINK_DAYS * DAY);
  const manageToken = tokens.signManage({ bookingId, partnerId, mode, nonce, expiresAt });
  const own = managePageOf(partner?.manageUrls?.[mode] ?? '', partner?.allowedOrigins ?? []);
  const manageUrl = 'url' in own ? managedAt(own.url, manageToken) : `${publicUrl()}/manage/${manageToken}`;
  return { manageToken, manageUrl, expiresAt: instantText(expiresAt) };
}

/**
 * Whether its guest had to confirm it by mail: then the link is in mails only, since another person may have booked.
 */
const isByProof = ({ unproven, history }: Booking): boolean =>
  unproven === true || history.some(({ type }) => type === 'proven');

/** The same with that link, for a caller who proved it or booked it without a proof. */
export function provenView(
  core: Pick<Core, 'tokens' | 'publicUrl'>,
  partner: ManagePages,
  booking: Booking,
  contact: Contact,
): Schemas['BookingCreated'] {
  const { manageToken, manageUrl } = manageLinkOf(core, partner, booking);
  return { ...bookingView(core, booking, contact), manageToken, manageUrl };
}

/** The same for the caller who booked. */
export function createdView(
  core: Pick<Core, 'tokens' | 'publicUrl'>,
  partner: ManagePages,
  booking: Booking,
  contact: Contact,
): Schemas['BookingCreated'] {
  if (!isByProof(booking)) return provenView(core, partner, booking, contact);
  const { video: _video, ...withoutVideo } = booking;
  const { unproven, expiresAt } = booking;
  return { ...bookingView(core, withoutVideo, contact), ...present({ unproven, expiresAt: optionalText(expiresAt) }) };
}

/**
 * Returns the fields of a bookings view for the coach side: the actions that are allowed now (epoch ms) in the coach's
 * zone, and the buffers around it.
 */
export function calendarBookingView(
  core: JoinUrlNeeds,
  booking: Booking,
  contact: Contact,
  zone: Zone,
  now: Instant,
): Schemas['CalendarBooking'] {
  return {
    ...bookingView(core, booking, contact),
    actions: actionsOf(booking, stageOf(booking, zone), now),
    bufferBefore: booking.policy.bufferBefore,
    bufferAfter: booking.policy.bufferAfter,
  };
}
