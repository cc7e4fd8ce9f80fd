import { dateOf } from '@coach-booking/time/dates';
import type { Instant } from '@coach-booking/time/instant';
import type { AnyDelivery } from '../../domain/delivery/account-delivery.ts';
import { noticeMail } from '../messaging/notice-mail.ts';
import { noticeTextsFor } from '../messaging/notice-texts.ts';
import type { Core } from '../ports/core.ts';
import type { MessagingSettings } from '../ports/messaging.ts';
import { OutletFailure, type OutgoingMessage, type Receipt } from '../ports/outlets.ts';

export type CostGuardNeeds = Pick<
  Core,
  'smsCounts' | 'cachedMessaging' | 'cachedPartner' | 'users' | 'mail' | 'background'
>;

/** The most admins who are notified. */
const AT_MOST = 20;

/** Notifies the admins once a day. The list of messages shows which ones were not sent. */
const tellAdmins = async (
  core: CostGuardNeeds,
  { partnerId, mode }: AnyDelivery,
  settings: MessagingSettings,
  now: Instant,
): Promise<void> => {
  const query = { partnerId, mode, role: 'admin', active: true, limit: AT_MOST } as const;
  const [partner, { users }] = await Promise.all([core.cachedPartner(partnerId), core.users.list(query)]);
  for (const { email: to, language } of users) {
    const tag = noticeTextsFor(language).language;
    const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(now);
    const max = new Intl.NumberFormat(tag).format(settings.sms?.maxPerDay ?? 0);
    const mail = noticeMail({ kind: 'cost_guard', to, language, partner, settings, values: { day, max } });
    // The mail's own adapter notes a failure; the next admin is notified all the same.
    await core.mail.send(mail).catch(() => undefined);
  }
};

/**
 * Counts an SMS among those of the partner's day. Returns false where it would be one too many; then its admins are
 * notified, once a day and in live mode. Other messages cost nothing.
 */
export async function takeSms(
  core: CostGuardNeeds,
  delivery: AnyDelivery,
  message: OutgoingMessage,
  now: Instant,
): Promise<boolean> {
  if (message.channel !== 'sms') return true;
  const settings = await core.cachedMessaging(delivery);
  if (!settings.sms) return true;
  const { partnerId, mode } = delivery;
  const [scope, day] = [{ partnerId, mode }, dateOf(now)];
  if (await core.smsCounts.take(scope, day, message.segments, settings.sms.maxPerDay)) return true;
  if (mode === 'live' && (await core.smsCounts.isFirstToTell(scope, day)))
    core.background.add(tellAdmins(core, delivery, settings, now));
  return false;
}

/** Gives back what was counted for an SMS that has certainly not left. */
export async function giveBackUnsent(
  { smsCounts, cachedMessaging }: Pick<Core, 'smsCounts' | 'cachedMessaging'>,
  delivery: AnyDelivery,
  message: OutgoingMessage,
  answer: Receipt | OutletFailure | 'not called',
  now: Instant,
): Promise<void> {
  const isUnsent = answer === 'not called' || (answer instanceof OutletFailure && !answer.isUnsure);
  if (message.channel !== 'sms' || !isUnsent || !(await cachedMessaging(delivery)).sms) return;
  const { partnerId, mode } = delivery;
  await smsCounts.giveBack({ partnerId, mode }, dateOf(now), message.segments);
}
