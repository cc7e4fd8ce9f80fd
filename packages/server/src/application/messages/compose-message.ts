import type { Instant } from '@coach-booking/time/instant';
import { calendarSequence } from '../../domain/booking/calendar-revision.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { messageLanguageOf, type MessageKey } from '../../domain/message/message.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { brandOf } from '../mail/brand-of.ts';
import { senderOf } from '../messaging/sender.ts';
import { ERASED } from '../people/contact.ts';
import { pageAddress } from '../pages/page-address.ts';
import type { Core } from '../ports/core.ts';
import type { OutgoingMessage } from '../ports/outlets.ts';
import type { Partner } from '../ports/partners.ts';
import { offeredTimes } from '../recommendations/offered-times.ts';
import type { RecommendSlotsNeeds } from '../recommendations/recommend-slots.ts';
import { threadHeaders } from '../mail/thread-headers.ts';
import { bookingCalendar } from '../rendering/booking-calendar.ts';
import { renderMessage, type MessageRequest, type RenderedMail } from '../rendering/render-message.ts';
import { isOffered, messageDataOf, type MessageDataNeeds } from './message-data-of.ts';
import { ownTemplateOf } from '../rendering/own-template.ts';
import { recipientOf, type Recipient, type RecipientNeeds } from '../messaging/recipient.ts';

export type ComposeMessageNeeds = Pick<
  Core,
  'cachedPartner' | 'cachedMessaging' | 'templates' | 'messageTemplates' | 'notices' | 'mailAddress' | 'realNow'
> &
  MessageDataNeeds &
  RecommendSlotsNeeds &
  RecipientNeeds;

/** The data of a message at this moment. */
export interface ToCompose {
  readonly delivery: Delivery;
  readonly booking: Booking;
  readonly head: CoachHead;
  readonly recipient: Recipient;
  /** The address or number of the recipient for the channel. */
  readonly to: string;
  /** The start in the recipient's last message, when it has changed. */
  readonly oldStart: Instant | undefined;
  /** Of a conflict: the name of the calendar that is busy. */
  readonly busyCalendar?: string | undefined;
  /** The clock of the rules. */
  readonly now: Instant;
}

/** Returns the parts that distinguish a message from every other one about its booking, also from a repeated one. */
const partsOf = ({ kind, role, about, minutesBefore, again }: Delivery): readonly (string | number)[] => [
  kind,
  about.version ?? `${about.outside ? Object.values(about.outside).join('-') : minutesBefore}-${about.start}`,
  role,
  ...(again === undefined ? [] : ['again', again]),
];

/** Returns the other side, which is named in a message to the coach side, and answered by a mail. */
const otherSideOf = async (
  core: ComposeMessageNeeds,
  { delivery, booking, head }: ToCompose,
): Promise<Recipient | null> => {
  const isAttendee = delivery.role === 'attendee';
  if (isAttendee && delivery.channel !== 'email') return null;
  return recipientOf(core, { ...delivery, role: isAttendee ? 'coach' : 'attendee' }, booking, head);
};

/** The sender of a mail, and its attachments. */
interface Sender {
  readonly fromName: string;
  readonly replyTo: string | undefined;
  readonly attachCalendar: boolean;
}

const mailOf = (
  core: ComposeMessageNeeds,
  given: ToCompose,
  request: MessageRequest,
  { subject, text, html }: RenderedMail,
  { fromName, replyTo, attachCalendar }: Sender,
): OutgoingMessage => {
  const { delivery, booking, recipient, to } = given;
  const { hostname } = new URL(core.publicUrl());
  const calendar = bookingCalendar(core.templates, {
    ...request,
    bookingId: booking.id,
    status: booking.status,
    sequence: calendarSequence(booking),
    sender: core.mailAddress,
    recipient: { name: recipient.name, address: to },
    madeAt: core.realNow(),
  });
  return {
    channel: 'email',
    to,
    fromName,
    subject,
    text,
    html,
    headers: threadHeaders({
      bookingId: booking.id,
      parts: partsOf(delivery),
      hostname,
      unsubscribe: request.data.links.unsubscribe,
    }),
    ...present({ replyTo, calendar: calendar ? { ...calendar, isAttached: attachCalendar } : undefined }),
  };
};

/** The page of the coach's bookings, at a free time of this service. */
const offerLink = (
  { publicUrl }: Pick<Core, 'publicUrl'>,
  partner: Partner | null,
  { booking: { serviceId }, head }: ToCompose,
  start: Instant,
): string => {
  const query = new URLSearchParams({ ...(serviceId && { service: serviceId }), start: instantText(start) });
  return pageAddress(publicUrl(), partner, `/book/${head.slug}?${query}`);
};

/**
 * Renders by the coach's or the partner's own text; the log records one that fails and was replaced by the standard
 * one.
 */
const render = async (core: ComposeMessageNeeds, { partnerId, mode, coachId }: Delivery, request: MessageRequest) => {
  const { kind, channel, audience } = request;
  const key: MessageKey = { kind, channel, audience, language: messageLanguageOf(request.language) };
  const template = await ownTemplateOf(core, { partnerId, mode, coachId }, key);
  const rendered = await renderMessage(core.templates, { ...request, template });
  const { fault } = rendered;
  if (fault) core.notices.templateFailed({ partnerId, mode, coachId, ...key, code: fault.code });
  return rendered;
};

/** Returns the finished message. Throws what `renderMessage` throws. */
export async function composeMessage(core: ComposeMessageNeeds, given: ToCompose): Promise<OutgoingMessage> {
  const { delivery, booking, head, recipient, to, oldStart, busyCalendar, now } = given;
  const { kind, channel, about, role } = delivery;
  const isAttendee = role === 'attendee';
  const [partner, settings, other, starts] = await Promise.all([
    core.cachedPartner(delivery.partnerId),
    core.cachedMessaging(delivery),
    otherSideOf(core, given),
    isAttendee && channel === 'email' && isOffered(delivery) ? offeredTimes(core, booking, head, now) : [],
  ]);
  const offers = starts.map((start) => ({ start, link: offerLink(core, partner, given, start) }));
  const attendee = isAttendee ? recipient : (other ?? ERASED);
  const { timeZone } = recipient;
  const request: MessageRequest = {
    kind,
    channel,
    audience: isAttendee ? 'attendee' : 'coach',
    language: recipient.language,
    brand: brandOf(partner, settings),
    data: {
      ...messageDataOf(core, partner, { kind, about, isAttendee, attendee, timeZone, booking, head, oldStart, now }),
      ...present({ busyCalendar }),
      offers,
    },
  };
  const rendered = await render(core, delivery, request);
  if (rendered.channel === 'email') {
    const { fromName, replyTo = other?.email } = senderOf(partner, settings);
    return mailOf(core, given, request, rendered, { fromName, replyTo, attachCalendar: settings.attachCalendar });
  }
  if (rendered.channel === 'sms') return { channel: 'sms', to, text: rendered.text, segments: rendered.segments };
  return { channel: 'push', to, title: rendered.title, body: rendered.body, url: rendered.url ?? core.publicUrl() };
}
