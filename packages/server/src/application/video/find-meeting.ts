import type { Instant } from '@coach-booking/time/instant';
import { asOf } from '../../domain/booking/expiry.ts';
import { admissionTo, type Admission } from '../../domain/video/admission.ts';
import { fallbackAddress, isMade, meetingAddress, videoStateOf } from '../../domain/video/video.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { ServiceVideo, VideoRoom, VideoState } from '../../domain/video/video.ts';
import { present } from '../kernel/present.ts';
import { brandOf } from '../mail/brand-of.ts';
import { recipientOf, type RecipientNeeds } from '../messaging/recipient.ts';
import { senderOf } from '../messaging/sender.ts';
import type { Core } from '../ports/core.ts';

export type FindMeetingNeeds = Pick<
  Core,
  'tokens' | 'bookings' | 'coaches' | 'cachedPartner' | 'cachedMessaging' | 'realNow'
> &
  RecipientNeeds;

/** The meeting that a join link leads to, at this moment. */
export interface Meeting {
  /** The name of the business. */
  readonly brand: string;
  /** The address of its logo; absent without one. */
  readonly logoUrl?: string;
  /** The service of the operator has ended: its pages show that, and nothing else. */
  readonly suspended: boolean;
  readonly admission: Admission;
  /** Whether there is a meeting yet, where a provider makes it. */
  readonly state: VideoState;
  /** The address of the meeting; only while it is open, and there is one. */
  readonly address?: string;
  readonly coach: string;
  readonly service: string;
  /** Absent from a session without a time. */
  readonly start?: Instant;
  readonly end?: Instant;
  /** IANA: the attendee's, and the coach's. */
  readonly timeZone: string;
  readonly coachZone: string;
  /** BCP 47: in which it was booked. */
  readonly language?: string | undefined;
  /** The address for mails to the coach. */
  readonly contact?: string | undefined;
  /** Real time. */
  readonly now: Instant;
}

/** Returns the address of an open meeting, or of the room in its place; undefined while there is neither. */
const addressOf = (
  core: Pick<Core, 'tokens'>,
  { id, video, meeting }: Booking,
  now: ServiceVideo | undefined,
  ofPartner: VideoRoom | undefined,
): string | undefined => {
  const room = core.tokens.mark(`room ${id}`);
  return meeting?.state === 'fallback' && isMade(video)
    ? fallbackAddress({ booked: video, now, ofPartner }, room)
    : video && meetingAddress(video, now, room, meeting);
};

/**
 * Returns the meeting of a join link, as it is now; null for a link that was not made here, and for a booking without a
 * meeting. By real time also in mode test, since a browser brings no clock of its own.
 */
export async function findMeeting(core: FindMeetingNeeds, token: string): Promise<Meeting | null> {
  const id = core.tokens.readJoin(token);
  const found = id === null ? null : await core.bookings.find(id);
  if (found?.kind !== 'booking' || !found.video || found.unproven) return null;
  const now = core.realNow();
  const booking = asOf(found, now);
  const [head, partner, settings] = await Promise.all([
    core.coaches.byId(booking.coachId),
    core.cachedPartner(booking.partnerId),
    core.cachedMessaging(booking),
  ]);
  if (!head) return null;
  const { replyTo } = senderOf(partner, settings);
  const admission = admissionTo(booking, now);
  const service = head.services.find(({ id: one }) => one === booking.serviceId);
  const { time, timeZone, language, serviceTitle } = booking;
  const address = addressOf(core, found, service?.video, partner?.videoFallback);
  const state = videoStateOf(found.video, found.meeting);
  const { name, logoUrl } = brandOf(partner, settings);
  return {
    brand: name,
    ...present({ logoUrl }),
    suspended: partner?.suspendedAt !== undefined,
    admission,
    // The room in place of the meeting was taken away again.
    state: state === 'fallback' && address === undefined ? 'failed' : state,
    ...(admission.state === 'open' && present({ address })),
    coach: head.name,
    service: serviceTitle,
    ...(time && { start: time.start, end: time.end }),
    timeZone,
    coachZone: head.schedule.timeZone,
    language,
    contact: replyTo ?? (await recipientOf(core, { role: 'coach' }, booking, head))?.email,
    now,
  };
}
