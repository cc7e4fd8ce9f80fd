import type { Instant } from '@coach-booking/time/instant';
import { zoneOf } from '@coach-booking/time/zone';
import type { SkipCode } from '../../domain/delivery/delivery.ts';
import { firstLoudMinute, isQuiet } from '../../domain/delivery/quiet-hours.ts';
import type { RecoveryDelivery } from '../../domain/delivery/recovery-delivery.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Intent } from '../../domain/recovery/intent.ts';
import { present } from '../kernel/present.ts';
import { accountHeaders } from '../mail/account-headers.ts';
import { unsubscribeHeaders } from '../mail/thread-headers.ts';
import { senderOf } from '../messaging/sender.ts';
import { accountOfCoach } from '../people/account-of-coach.ts';
import type { Core } from '../ports/core.ts';
import type { OutgoingMessage } from '../ports/outlets.ts';
import { isOptedOutOfRecovery } from '../recovery/recovery-facts.ts';
import { writeRecovery, type RecoveryWordsNeeds, type WrittenRecovery } from '../recovery/recovery-words.ts';

export type RecoveryMessageNeeds = Pick<Core, 'coaches' | 'incentives' | 'intents' | 'optOuts' | 'users'> &
  RecoveryWordsNeeds;

/** It waits for the end of the quiet hours. */
interface Quiet {
  readonly until: Instant;
}

/** Returns why a message is not needed any more: the person withdrew, or booked. */
const verdictOn = (intent: Intent | null): SkipCode | null => {
  if (!intent) return 'erased';
  if (!intent.contact) return 'opted_out';
  return intent.status === 'recovered' ? 'superseded' : null;
};

const outgoing = async (
  core: RecoveryMessageNeeds,
  delivery: RecoveryDelivery,
  head: CoachHead,
  { rendered, unsubscribe }: WrittenRecovery,
  to: string,
): Promise<OutgoingMessage> => {
  if (rendered.channel === 'sms') return { channel: 'sms', to, text: rendered.text, segments: rendered.segments };
  if (rendered.channel === 'push') throw new TypeError('A recovery is a mail or an SMS.');
  const [partner, settings, account] = await Promise.all([
    core.cachedPartner(delivery.partnerId),
    core.cachedMessaging(delivery),
    accountOfCoach(core, head),
  ]);
  const { fromName, replyTo = account?.email } = senderOf(partner, settings);
  const { subject, text, html } = rendered;
  const headers = {
    ...accountHeaders(delivery.id, new URL(core.publicUrl()).hostname),
    ...unsubscribeHeaders(unsubscribe),
  };
  return { channel: 'email', to, fromName, subject, text, html, headers, ...present({ replyTo }) };
};

/**
 * Returns a finished recovery, why there is none, or until when it waits. The intent is read again once it is finished,
 * so that a withdrawal meanwhile stops it (R10).
 */
export async function recoveryMessageOf(
  core: RecoveryMessageNeeds,
  delivery: RecoveryDelivery,
  now: Instant,
): Promise<OutgoingMessage | Quiet | SkipCode> {
  const { intentId, channel, about, coachId } = delivery;
  const [intent, head] = await Promise.all([core.intents.byId(intentId), core.coaches.byId(coachId)]);
  const verdict = verdictOn(intent);
  if (verdict) return verdict;
  const attempt = intent!.attempts[about.number - 1];
  if (!head || !attempt) return 'superseded';
  const to = channel === 'email' ? intent!.contact!.email : intent!.contact!.phone;
  if (to === undefined) return 'no_address';
  if (await isOptedOutOfRecovery(core, intent!, channel)) return 'opted_out';
  const { quietHours, postalAddress } = await core.cachedMessaging(delivery);
  if (postalAddress === undefined) return 'not_configured';
  const zone = zoneOf(intent!.timeZone ?? head.schedule.timeZone);
  if (channel === 'sms' && isQuiet(quietHours, zone, now)) return { until: firstLoudMinute(quietHours, zone, now) };
  const { incentiveId } = attempt;
  const incentive = incentiveId === undefined ? null : await core.incentives.byCode(delivery, incentiveId);
  const written = await writeRecovery(core, {
    intent: intent!,
    head,
    attempt,
    incentive: incentive ?? undefined,
    isPreview: false,
    now,
  });
  const message = await outgoing(core, delivery, head, written, to);
  return verdictOn(await core.intents.byId(intentId)) ?? message;
}
