import { plus, type Instant } from '@coach-booking/time/instant';
import { MINUTE, SECOND } from '@coach-booking/time/units';
import { zoneOf } from '@coach-booking/time/zone';
import type { Booking } from '../../domain/booking/booking.ts';
import { remindersFor, type CoachHead } from '../../domain/coach/coach.ts';
import { isOfAccount, type AccountDelivery, type AnyDelivery } from '../../domain/delivery/account-delivery.ts';
import { audienceOf, isWanted, remindersOfReader } from '../../domain/delivery/choices.ts';
import type { Delivery, DeliveryChannel, SkipCode } from '../../domain/delivery/delivery.ts';
import { byMail, firstLoudMinute, isDisturbing } from '../../domain/delivery/quiet-hours.ts';
import { MAX_WAIT, retryAfter } from '../../domain/delivery/retry.ts';
import { isOfBooking, isOfIntent, type RecoveryDelivery } from '../../domain/delivery/recovery-delivery.ts';
import { verdictOn } from '../../domain/delivery/verdict.ts';
import { emailKeyOf, isE164 } from '../../domain/person/written.ts';
import { isMade } from '../../domain/video/video.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { DueQuery, Outcome } from '../ports/deliveries.ts';
import { OutletFailure, type Outlet, type OutgoingMessage, type Receipt } from '../ports/outlets.ts';
import { accountMessageOf, type AccountMessageNeeds } from './account-message.ts';
import { composeMessage, type ComposeMessageNeeds } from './compose-message.ts';
import { giveBackUnsent, takeSms, type CostGuardNeeds } from './cost-guard.ts';
import { personWithDevices } from '../messaging/person-with-devices.ts';
import { recoveryMessageOf, type RecoveryMessageNeeds } from './recovery-message.ts';
import { busyCalendarOf, type BusyCalendarNeeds } from './busy-calendar-of.ts';
import { recipientOf, type Recipient, type RecipientNeeds } from '../messaging/recipient.ts';

export type SendNeeds = Pick<
  Core,
  'bookings' | 'coaches' | 'deliveries' | 'pushSubscriptions' | 'optOuts' | 'outlets' | 'realNow' | 'chance'
> &
  RecipientNeeds &
  BusyCalendarNeeds &
  CostGuardNeeds &
  ComposeMessageNeeds &
  AccountMessageNeeds &
  RecoveryMessageNeeds;

/** The time for one message after which other processes consider this one dead. */
export const LEASE = MINUTE;
/** After this long an earlier message of the same booking is looked at again. */
const WAIT = 5 * SECOND;
/** Channels whose messages are recognised when they come twice, by Message-ID and by Topic. R9. */
export const REPEATABLE: readonly DeliveryChannel[] = ['email', 'push'];

interface Found {
  readonly booking: Booking;
  readonly head: CoachHead;
}

const read = async ({ bookings, coaches }: SendNeeds, { bookingId, coachId }: Delivery): Promise<Found | null> => {
  const [booking, head] = await Promise.all([bookings.find(bookingId), coaches.byId(coachId)]);
  return booking?.kind === 'booking' && head ? { booking, head } : null;
};

/** It would disturb its reader, who wants no mail in its place. */
interface Waits {
  /** The end of the quiet hours. */
  readonly until: Instant;
}

interface Ready {
  readonly message: OutgoingMessage;
  readonly outlet: Outlet;
}

const addressOf = async (
  core: Pick<Core, 'pushSubscriptions'>,
  recipient: Recipient,
  channel: DeliveryChannel,
): Promise<string | undefined> => {
  if (channel === 'push') return personWithDevices(core, recipient);
  const { email, phone } = recipient;
  return channel === 'email' ? email : isE164(phone ?? '') ? phone : undefined;
};

/**
 * Returns whether the person chose not to have this, or their address wants no more of it by its channel: one that was
 * erased and comes back, too. Of a kind only attendees unsubscribe.
 */
const isOptedOut = async (
  { optOuts }: Pick<Core, 'optOuts'>,
  { partnerId, mode, channel, kind, role }: Delivery,
  { choices }: Recipient,
  to: string,
): Promise<boolean> => {
  if (!isWanted(kind, channel, audienceOf(role), choices)) return true;
  if (channel === 'push') return false;
  const address = channel === 'email' ? emailKeyOf(to) : to;
  const unwanted = await optOuts.of({ partnerId, mode }, { channel, address });
  return unwanted.has('all') || (role === 'attendee' && unwanted.has(kind));
};

/** Returns whether a confirmation was undone, so that the request waits again. */
const isUndone = ({ kind, about }: Delivery, { history }: Booking): boolean =>
  kind === 'requested' && history.some(({ version, type }) => version === about.version && type === 'undone');

/** Returns whether it confirms what had been confirmed and was taken back in between. */
const isConfirmedAnew = ({ kind, about, again }: Delivery, { history }: Booking): boolean =>
  kind === 'confirmed' &&
  again === undefined &&
  history.some(({ version, type }) => type === 'undone' && version! < about.version!);

/**
 * Returns `superseded` for a change that was undone before its message was sent (R20): a move to the time that the
 * recipient's last message names, a request whose confirmation was never sent, and a confirmation of which the
 * recipient's last message is one for the same time already, since no message reported that it was undone.
 */
const newsIn = (delivery: Delivery, booking: Booking, last: Delivery | null): SkipCode | null => {
  if (delivery.kind === 'confirmed')
    return last?.kind === 'confirmed' && last.about.start === delivery.about.start ? 'superseded' : null;
  if (isUndone(delivery, booking)) return last === null || last.about.status === 'pending' ? 'superseded' : null;
  return last !== null && last.about.start === delivery.about.start ? 'superseded' : null;
};

/** The start in the recipient's last message. */
const oldStartOf = ({ about }: Delivery, last: Delivery | null): Instant | undefined =>
  about.originalStart === undefined ? undefined : (last?.about.start ?? about.originalStart);

/** A suspended partner sends nothing. */
const isSuspended = async ({ cachedPartner }: SendNeeds, { partnerId }: AnyDelivery): Promise<boolean> =>
  (await cachedPartner(partnerId))?.suspendedAt !== undefined;

/** A confirmation waits so long for the meeting of its session, and then goes without its password. */
const MEETING_WITHIN = MINUTE;
const MEETING_AGAIN = 5 * SECOND;

/** Returns whether the meeting of a confirmation is yet to be made: its link is there, its password is not. */
const isForMeeting = ({ kind, createdAt }: Delivery, { video, meeting }: Booking, now: Instant): boolean =>
  kind === 'confirmed' &&
  isMade(video) &&
  (meeting?.state ?? 'preparing') === 'preparing' &&
  now < plus(createdAt, MEETING_WITHIN);

/** Returns the finished message, or why there is none. The booking is read again once it is finished (R10). */
const prepareAboutBooking = async (
  core: SendNeeds,
  delivery: Delivery,
  now: Instant,
): Promise<Ready | Waits | SkipCode> => {
  const found = await read(core, delivery);
  if (!found) return 'erased';
  const { booking, head } = found;
  const isJudgedByLast =
    delivery.kind === 'changed' || isUndone(delivery, booking) || isConfirmedAnew(delivery, booking);
  const last = isJudgedByLast ? await core.deliveries.lastSent(delivery) : null;
  const recipient = await recipientOf(core, delivery, booking, head);
  const rulesOf = (of: Found) =>
    remindersOfReader(remindersFor(of.head, of.booking), recipient?.choices, delivery.role);
  const verdict = verdictOn(delivery, booking, rulesOf(found), now) ?? newsIn(delivery, booking, last);
  if (verdict) return verdict;
  const busyCalendar = await busyCalendarOf(core, delivery, booking);
  if (busyCalendar === null) return 'superseded';
  if (!recipient) return delivery.role === 'attendee' ? 'erased' : 'superseded';
  const to = await addressOf(core, recipient, delivery.channel);
  if (to === undefined) return 'no_address';
  if (await isOptedOut(core, delivery, recipient, to)) return 'opted_out';
  const { quietHours } = await core.cachedMessaging(delivery);
  const zone = zoneOf(recipient.timeZone);
  if (isDisturbing(delivery, quietHours, zone, now)) {
    const isByMail = isWanted(delivery.kind, 'email', audienceOf(delivery.role), recipient.choices);
    return isByMail ? 'quiet_hours' : { until: firstLoudMinute(quietHours, zone, now) };
  }
  if (isForMeeting(delivery, booking, now)) return { until: plus(now, MEETING_AGAIN) };
  const outlet = await core.outlets(delivery, delivery.channel);
  if (!outlet) return 'not_configured';
  const message = await composeMessage(core, {
    delivery,
    booking,
    head,
    recipient,
    to,
    now,
    oldStart: oldStartOf(delivery, last),
    ...present({ busyCalendar }),
  });
  const again = await read(core, delivery);
  if (!again) return 'erased';
  return verdictOn(delivery, again.booking, rulesOf(again), now) ?? { message, outlet };
};

/** A test's own clock made the account, so its links live by that clock, whenever they are made. */
const prepareAboutAccount = async (
  core: SendNeeds,
  delivery: AccountDelivery,
  now: Instant,
): Promise<Ready | SkipCode> => {
  const outlet = await core.outlets(delivery, delivery.channel);
  if (!outlet) return 'not_configured';
  const message = await accountMessageOf(core, delivery, delivery.mode === 'test' ? delivery.createdAt : now);
  return typeof message === 'string' ? message : { message, outlet };
};

const prepareRecovery = async (
  core: SendNeeds,
  delivery: RecoveryDelivery,
  now: Instant,
): Promise<Ready | Waits | SkipCode> => {
  const outlet = await core.outlets(delivery, delivery.channel);
  if (!outlet) return 'not_configured';
  const message = await recoveryMessageOf(core, delivery, now);
  return typeof message === 'string' || 'until' in message ? message : { message, outlet };
};

const prepare = async (core: SendNeeds, delivery: AnyDelivery, now: Instant): Promise<Ready | Waits | SkipCode> => {
  if (await isSuspended(core, delivery)) return 'suspended';
  if (isOfIntent(delivery)) return prepareRecovery(core, delivery, now);
  return isOfAccount(delivery) ? prepareAboutAccount(core, delivery, now) : prepareAboutBooking(core, delivery, now);
};

const call = async (
  { outlet, message }: Ready,
  delivery: AnyDelivery,
  now: Instant,
): Promise<Receipt | OutletFailure> => {
  try {
    return await outlet(message, delivery, now);
  } catch (error) {
    // After a fault of our own it is unknown whether the provider was reached.
    return error instanceof OutletFailure ? error : new OutletFailure('INTERNAL', { isUnsure: true });
  }
};

/** Records that a recipient has opted out at the provider, for all coaches of the partner. */
const noteOptOut = async (
  { optOuts, realNow }: Pick<Core, 'optOuts' | 'realNow'>,
  { partnerId, mode }: AnyDelivery,
  { message }: Ready,
  answer: Receipt | OutletFailure,
): Promise<void> => {
  if (answer instanceof OutletFailure && answer.isOptedOut && message.channel === 'sms')
    await optOuts.add({ partnerId, mode }, { channel: 'sms', address: message.to }, 'all', realNow());
};

/** Ends the attempt, or gives the message back to be tried again. */
const conclude = async (
  { deliveries, realNow, chance }: SendNeeds,
  { id, attempt, failures, channel }: AnyDelivery,
  answer: Receipt | OutletFailure,
  now: Instant,
): Promise<void> => {
  const settle = (outcome: Omit<Outcome, 'at'>) => deliveries.settle(id, attempt, { ...outcome, at: realNow() });
  if (!(answer instanceof OutletFailure)) {
    await settle({ state: 'sent', ...answer });
    return;
  }
  const { code, isFinal, isUnsure } = answer;
  const turn = isFinal ? null : retryAfter(failures + 1, chance());
  const wait = turn === null ? null : Math.min(MAX_WAIT, Math.max(turn, answer.retryAfter ?? 0));
  if (answer.isOptedOut) await settle({ state: 'skipped', code: 'opted_out' });
  else if (isUnsure && !REPEATABLE.includes(channel)) await settle({ state: 'unknown', code });
  else if (wait === null) await settle({ state: 'failed', code });
  else await deliveries.putBack(id, attempt, plus(now, wait), code);
};

/**
 * Prepares a message. Returns null for one that cannot be made: it is tried again later, and given up like one that no
 * provider takes. Throws where the store is away, and the lease runs out instead.
 */
const prepareOrPutBack = async (
  core: SendNeeds,
  delivery: AnyDelivery,
  now: Instant,
): Promise<Ready | Waits | SkipCode | null> => {
  try {
    return await prepare(core, delivery, now);
  } catch (error) {
    await conclude(core, delivery, new OutletFailure('INTERNAL'), now);
    const { partnerId, mode, kind, channel } = delivery;
    const type = error instanceof Error ? error.name : 'unknown';
    core.notices.messageFailed({ partnerId, mode, kind, channel, type });
    return null;
  }
};

/**
 * Adds the mail in place of a message that will not go by this channel, unless there is such a mail. It is called
 * before this one is settled, so that one of the two is found after a crash.
 */
const sayByMail = async (
  { deliveries, realNow }: Pick<Core, 'deliveries' | 'realNow'>,
  delivery: AnyDelivery,
  now: Instant,
): Promise<void> => {
  if (isOfBooking(delivery)) await deliveries.insert([byMail(delivery, now)], realNow());
};

/**
 * Sends the message that has been due for longest, unless the booking has made it obsolete. A process that dies on the
 * way leaves a lease that runs out. Returns it as it was taken up, or null when none is due. `now` is the clock of the
 * rules.
 */
export async function sendNext(
  core: SendNeeds,
  query: Omit<DueQuery, 'dueBy' | 'leasedUntil'>,
  now: Instant,
  lease: number = LEASE,
): Promise<AnyDelivery | null> {
  const { deliveries, realNow } = core;
  const delivery = await deliveries.lease({ ...query, dueBy: now, leasedUntil: plus(realNow(), lease) });
  if (!delivery) return null;
  const { id, attempt } = delivery;
  if (isOfBooking(delivery) && (await deliveries.isEarlierUnderWay(delivery))) {
    await deliveries.putBack(id, attempt, plus(now, WAIT));
    return delivery;
  }
  const ready = await prepareOrPutBack(core, delivery, now);
  if (ready === null) return delivery;
  if (typeof ready === 'string') {
    if (ready === 'quiet_hours') await sayByMail(core, delivery, now);
    await deliveries.settle(id, attempt, { state: 'skipped', code: ready, at: realNow() });
    return delivery;
  }
  if ('until' in ready) {
    await deliveries.putBack(id, attempt, ready.until);
    return delivery;
  }
  // From here on the message may leave: a process that lost the lease must not call the provider.
  const { message } = ready;
  const noted = message.channel === 'sms' ? { segments: message.segments } : {};
  if (!(await takeSms(core, delivery, message, now))) {
    await sayByMail(core, delivery, now);
    await deliveries.settle(id, attempt, { state: 'skipped', code: 'cost_guard', at: realNow() });
    return delivery;
  }
  if (!(await deliveries.startSending(id, attempt, noted))) {
    await giveBackUnsent(core, delivery, message, 'not called', now);
    return delivery;
  }
  const answer = await call(ready, delivery, now);
  await noteOptOut(core, delivery, ready, answer);
  await giveBackUnsent(core, delivery, message, answer, now);
  await conclude(core, delivery, answer, now);
  return delivery;
}
