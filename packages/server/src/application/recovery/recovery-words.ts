import { MINUTE } from '@coach-booking/time/units';
import type { Instant } from '@coach-booking/time/instant';
import { isTimeZone } from '@coach-booking/time/zone';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Incentive } from '../../domain/incentive/incentive.ts';
import { messageLanguageOf, type MessageKey } from '../../domain/message/message.ts';
import type { Intent, RecoveryAttempt } from '../../domain/recovery/intent.ts';
import { RESUME_LIFE } from '../../domain/recovery/recovery-limits.ts';
import { present } from '../kernel/present.ts';
import { brandOf } from '../mail/brand-of.ts';
import { pageAddress } from '../pages/page-address.ts';
import type { Core } from '../ports/core.ts';
import type { MessageData, RecoveryData } from '../rendering/message-data.ts';
import { ownTemplateOf } from '../rendering/own-template.ts';
import { renderMessage, type RenderedMessage } from '../rendering/render-message.ts';

export type RecoveryWordsNeeds = Pick<
  Core,
  'cachedPartner' | 'cachedMessaging' | 'messageTemplates' | 'notices' | 'publicUrl' | 'templates' | 'tokens'
>;

/** The message to write. */
export interface RecoveryToWrite {
  readonly intent: Intent;
  readonly head: CoachHead;
  readonly attempt: Pick<RecoveryAttempt, 'messageType' | 'customMessage'>;
  readonly incentive?: Pick<Incentive, 'id' | 'kind' | 'value' | 'currency' | 'expiresAt'> | undefined;
  /** Whether the links open something; a preview shows them without their secret part (R12). */
  readonly isPreview: boolean;
  /** The clock of the rules. */
  readonly now: Instant;
}

/** A written message, and the link by which its reader unsubscribes. */
export interface WrittenRecovery {
  readonly rendered: RenderedMessage;
  readonly unsubscribe: string;
}

const incentiveData = (incentive: RecoveryToWrite['incentive']): RecoveryData['incentive'] => {
  if (!incentive) return undefined;
  const { id: code, kind, value, currency = 'EUR', expiresAt } = incentive;
  return { code, expiresAt, off: kind === 'percent' ? { percent: value } : { amount: value, currency } };
};

const dataOf = (
  { intent, head, attempt, incentive, now }: RecoveryToWrite,
  links: MessageData['links'],
): MessageData => {
  const { contact, serviceId, start, timeZone, consent } = intent;
  const service = head.services.find(({ id }) => id === serviceId);
  // What has begun is not offered any more.
  const isAhead = start !== undefined && start > now;
  return {
    lead: { name: contact?.name ?? '' },
    coach: { name: head.name },
    service: { title: service?.title ?? '' },
    ...(isAhead && { start }),
    ...present({ duration: service?.duration, price: service?.price }),
    timeZone: timeZone !== undefined && isTimeZone(timeZone) ? timeZone : head.schedule.timeZone,
    now,
    linkLifetime: RESUME_LIFE / MINUTE,
    recovery: {
      enteredAt: consent.at,
      ...present({ coachMessage: attempt.customMessage, incentive: incentiveData(incentive) }),
    },
    links,
  };
};

const masked = (secret: string, isPreview: boolean): string => (isPreview ? 'x'.repeat(secret.length) : secret);

/** Writes a recovery in the words of the coach, of the partner, or the standard ones. */
export async function writeRecovery(core: RecoveryWordsNeeds, given: RecoveryToWrite): Promise<WrittenRecovery> {
  const { intent, head, attempt, isPreview } = given;
  const { id, partnerId, mode, locale } = intent;
  const [partner, settings] = await Promise.all([core.cachedPartner(partnerId), core.cachedMessaging(intent)]);
  const address = (path: string, secret: string) =>
    pageAddress(core.publicUrl(), partner, `${path}${masked(secret, isPreview)}`);
  const unsubscribe = address('/u/', core.tokens.signUnsubscribe({ subjectId: id, partnerId, mode, kind: 'recovery' }));
  const key: MessageKey = {
    kind: 'recovery',
    channel: attempt.messageType,
    audience: 'attendee',
    language: messageLanguageOf(locale),
  };
  const template = await ownTemplateOf(core, { partnerId, mode, coachId: head.id }, key);
  const rendered = await renderMessage(core.templates, {
    ...key,
    language: locale,
    template,
    brand: brandOf(partner, settings),
    data: dataOf(given, { resume: address('/resume/', core.tokens.signResume(id)), unsubscribe }),
  });
  const { fault } = rendered;
  if (fault && !isPreview) core.notices.templateFailed({ partnerId, mode, coachId: head.id, ...key, code: fault.code });
  return { rendered, unsubscribe };
}
