import { DAY } from '@coach-booking/time/units';
import { minus } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import { messageLanguageOf, type MessageKey } from '../../domain/message/message.ts';
import type { Context } from '../kernel/context.ts';
import { refuseInput } from '../kernel/scope.ts';
import { messageDataOf, type MessageDataNeeds } from '../messages/message-data-of.ts';
import { recipientOf, type RecipientNeeds } from '../messaging/recipient.ts';
import { bookingNotFound, findBooking, type FindBookingNeeds } from '../people/find-booking.ts';
import type { Core } from '../ports/core.ts';
import type { TemplateOwner } from '../ports/message-templates.ts';
import type { MessageData, MessageLinks } from '../rendering/message-data.ts';
import { sampleData } from '../rendering/sample-data.ts';

export type PreviewDataNeeds = Pick<Core, 'coaches' | 'cachedPartner'> &
  FindBookingNeeds &
  MessageDataNeeds &
  RecipientNeeds;

/** The data of a preview, and the language of its dates. */
export interface PreviewData {
  readonly data: MessageData;
  /** BCP 47 */
  readonly language: string;
}

/** Shows a link that opens a booking without what opens it, as long as it is: the length counts in an SMS (R12). */
const masked = (url: string | undefined): string | undefined =>
  url?.replace(/[^/=]+$/, (secret) => 'x'.repeat(secret.length));

/** Returns the links of a message; those of a guest who has nothing to confirm are invented. */
const shownLinks = (links: MessageLinks, invented: MessageLinks): MessageLinks => ({
  ...links,
  manage: masked(links.manage),
  ...(invented.confirm !== undefined && { confirm: masked(invented.confirm) }),
});

/** Returns the start before the last move; of a booking that never moved, a day before. */
const oldStartOf = ({ history, time }: Booking) =>
  history.findLast(({ type }) => type === 'rescheduled')?.originalStart ?? (time && minus(time.start, DAY));

/** Returns the version of the last change that has a reason. */
const explainedIn = ({ history }: Booking): number | undefined =>
  history.findLast(({ reason, version }) => reason !== undefined && version !== undefined)?.version;

const findOwn = async (core: PreviewDataNeeds, context: Context, { coachId }: TemplateOwner, id: string) => {
  const booking = await findBooking(core, context, id);
  const head = await core.coaches.byId(booking.coachId);
  if (!head || (coachId !== undefined && booking.coachId !== coachId)) throw bookingNotFound(id);
  return { booking, head };
};

/** Returns the data of a message about a booking. Throws BOOKING_NOT_FOUND, INVALID_REQUEST. */
export async function bookingData(
  core: PreviewDataNeeds,
  context: Context,
  owner: TemplateOwner,
  { kind, channel, audience, language }: MessageKey,
  bookingId: string,
): Promise<PreviewData> {
  if (kind === 'welcome') refuseInput('bookingId', 'A welcome is about an account, not about a booking.');
  const { booking, head } = await findOwn(core, context, owner, bookingId);
  const read = (role: 'attendee' | 'coach') => recipientOf(core, { role }, booking, head);
  const [attendee, coach, partner] = await Promise.all([
    read('attendee'),
    read('coach'),
    core.cachedPartner(owner.partnerId),
  ]);
  if (!attendee) refuseInput('bookingId', 'Who booked it was erased.');
  const isAttendee = audience === 'attendee';
  const reader = isAttendee ? attendee : coach!;
  const invented = sampleData(kind, channel, audience);
  const data = messageDataOf(core, partner, {
    kind,
    about: { offerReschedule: kind === 'cancelled', ...versionOf(explainedIn(booking)) },
    isAttendee,
    attendee,
    timeZone: reader.timeZone,
    booking,
    head,
    oldStart: kind === 'changed' ? oldStartOf(booking) : undefined,
    now: context.now,
  });
  const isReaders = messageLanguageOf(reader.language) === language && reader.language !== undefined;
  return {
    data: {
      ...data,
      linkLifetime: invented.linkLifetime,
      reason: kind === 'cancelled' || kind === 'declined' || kind === 'changed' ? data.reason : undefined,
      links: shownLinks(data.links, invented.links),
    },
    language: isReaders ? reader.language! : language,
  };
}

const versionOf = (version: number | undefined) => (version === undefined ? {} : { version });
