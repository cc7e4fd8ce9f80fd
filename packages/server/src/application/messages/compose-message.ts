import type { Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { manageLinkOf } from '../bookings/booking-view.ts';
import { present } from '../kernel/present.ts';
import { contactOf } from '../people/contacts.ts';
import { pageAddress } from '../pages/page-address.ts';
import type { Core } from '../ports/core.ts';
import type { OutgoingMessage } from '../ports/outlets.ts';
import type { Partner } from '../ports/partners.ts';
import type { MessageBrand, MessageData, MessageLinks } from '../rendering/message-data.ts';
import { threadHeaders } from '../mail/thread-headers.ts';
import { bookingCalendar } from '../rendering/booking-calendar.ts';
import { renderMessage, type MessageRequest, type RenderedMail } from '../rendering/render-message.ts';
import { recipientOf, type Recipient } from './recipient.ts';

export type ComposeMessageNeeds = Pick<
  Core,
  'cachedPartner' | 'templates' | 'tokens' | 'publicUrl' | 'leads' | 'users' | 'mailAddress' | 'realNow'
>;

/** What a message is made of, as it is at this moment. */
export interface ToCompose {
  readonly delivery: Delivery;
  readonly booking: Booking;
  readonly head: CoachHead;
  readonly recipient: Recipient;
  /** The address or number of the recipient for the channel. */
  readonly to: string;
  /** The start that the recipient knows, when it has changed. */
  readonly oldStart: Instant | undefined;
  /** The clock of the rules. */
  readonly now: Instant;
}

/** The sender, when the partner cannot be read. */
const UNNAMED = 'Coach booking';

const brandOf = (partner: Partner | null): MessageBrand => ({
  name: partner?.branding.name ?? partner?.name ?? UNNAMED,
  accent: partner?.branding.accent,
  logoUrl: partner?.branding.logoUrl,
});

/** Whether the attendee is offered another time. */
const isOffered = ({ kind, about }: Delivery): boolean =>
  kind === 'follow_up' || kind === 'declined' || kind === 'expired' || about.offerReschedule === true;

/** The links of an attendee open the booking, so nobody else's message holds them (R12). */
const linksOf = (
  core: ComposeMessageNeeds,
  partner: Partner | null,
  { delivery, booking, head }: ToCompose,
): MessageLinks => {
  const address = (path: string) => pageAddress(core.publicUrl(), partner, path);
  if (delivery.role !== 'attendee') return { calendar: address('/calendar') };
  return {
    manage: booking.status === 'cancelled' ? undefined : manageLinkOf(core, booking).manageUrl,
    reschedule: isOffered(delivery) ? address(`/book/${head.slug}`) : undefined,
  };
};

/** What was said of the change that the message tells of. The reason of an expiry is a code, and its words say it. */
const reasonOf = ({ history }: Booking, { about, kind }: Delivery): string | undefined =>
  about.version === undefined || kind === 'expired'
    ? undefined
    : history.find(({ version }) => version === about.version)?.reason;

const dataOf = async (core: ComposeMessageNeeds, partner: Partner | null, given: ToCompose): Promise<MessageData> => {
  const { delivery, booking, head, recipient, now } = given;
  const { time, duration, price, locationKind, serviceTitle, staffId } = booking;
  const staff = head.staff.find(({ id }) => id === staffId);
  return {
    lead: { name: delivery.role === 'attendee' ? recipient.name : (await contactOf(core, booking)).name },
    coach: { name: head.name },
    staff: staff && { name: staff.name },
    service: { title: serviceTitle },
    start: time?.start,
    end: time?.end,
    oldStart: given.oldStart,
    duration,
    // Who meets in person reads the clock on the wall there.
    timeZone: locationKind === 'in_person' ? head.schedule.timeZone : recipient.timeZone,
    now,
    price,
    reason: reasonOf(booking, delivery),
    links: linksOf(core, partner, given),
  };
};

/** What tells a message from every other one about its booking, also from a repeated one. */
const partsOf = ({ kind, role, about, minutesBefore }: Delivery): readonly (string | number)[] => [
  kind,
  about.version ?? `${minutesBefore}-${about.start}`,
  role,
];

/** The address that an answer goes to: of the other side. */
const replyToOf = async (core: ComposeMessageNeeds, { delivery, booking, head }: ToCompose) =>
  (await recipientOf(core, { ...delivery, role: delivery.role === 'attendee' ? 'coach' : 'attendee' }, booking, head))
    ?.email;

const mailOf = async (
  core: ComposeMessageNeeds,
  given: ToCompose,
  request: MessageRequest,
  { subject, text, html }: RenderedMail,
): Promise<OutgoingMessage> => {
  const { delivery, booking, recipient, to } = given;
  const { hostname } = new URL(core.publicUrl());
  const calendar = bookingCalendar(core.templates, {
    ...request,
    bookingId: booking.id,
    status: booking.status,
    moves: booking.history.filter(({ type }) => type === 'rescheduled').length,
    sender: core.mailAddress,
    recipient: { name: recipient.name, address: to },
    madeAt: core.realNow(),
  });
  return {
    channel: 'email',
    to,
    fromName: request.brand.name,
    subject,
    text,
    html,
    headers: threadHeaders({ bookingId: booking.id, parts: partsOf(delivery), hostname }),
    ...present({ replyTo: await replyToOf(core, given), calendar: calendar ?? undefined }),
  };
};

/** Returns the finished message. Throws what `renderMessage` throws. */
export async function composeMessage(core: ComposeMessageNeeds, given: ToCompose): Promise<OutgoingMessage> {
  const { delivery, recipient, to } = given;
  const partner = await core.cachedPartner(delivery.partnerId);
  const request: MessageRequest = {
    kind: delivery.kind,
    channel: delivery.channel,
    audience: delivery.role === 'attendee' ? 'attendee' : 'coach',
    language: recipient.language,
    brand: brandOf(partner),
    data: await dataOf(core, partner, given),
  };
  const rendered = await renderMessage(core.templates, request);
  if (rendered.channel === 'email') return mailOf(core, given, request, rendered);
  if (rendered.channel === 'sms') return { channel: 'sms', to, text: rendered.text, segments: rendered.segments };
  return { channel: 'push', to, title: rendered.title, body: rendered.body, url: rendered.url ?? core.publicUrl() };
}
