import type { components } from '@coach-booking/contract/types';
import { brandOf } from '../mail/brand-of.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import type { Core } from '../ports/core.ts';
import { MailFailure } from '../ports/mail.ts';
import type { MessagingSettings } from '../ports/messaging.ts';
import { OutletFailure } from '../ports/outlets.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { User } from '../ports/users.ts';
import { inSmsSigns, smsLengthOf } from '../rendering/sms-text.ts';
import { defaultMessaging } from './cached-messaging.ts';
import { filled, noticeMail } from './notice-mail.ts';
import { noticeTextsFor } from './notice-texts.ts';

type TestMessagingNeeds = Pick<Core, 'messaging' | 'cachedPartner' | 'users' | 'mail' | 'sms'>;
type Result = components['schemas']['MessagingTestResult'];
type Test = (core: TestMessagingNeeds, context: Context, user: User, settings: MessagingSettings) => Promise<Result>;

/** In mode test nothing leaves. */
const isOnlyTried = ({ dryRun, caller }: Context): boolean => dryRun || caller.mode === 'test';

/** Returns the refusal of a provider. Throws every other error. */
const refusalOf = (error: unknown): Pick<Result, 'outcome' | 'code' | 'detail'> => {
  if (error instanceof MailFailure) return { outcome: 'refused', code: error.code };
  if (!(error instanceof OutletFailure)) throw error;
  return {
    outcome: error.isUnsure ? 'unknown' : 'refused',
    code: error.code,
    ...present({ detail: error.detail }),
  };
};

const testMail: Test = async (core, context, { email: to, language }, settings) => {
  if (isOnlyTried(context)) return { channel: 'email', outcome: 'not_sent' };
  const partner = await core.cachedPartner(context.caller.partnerId);
  const answer = await core.mail
    .send(noticeMail({ kind: 'sender_test', to, language, partner, settings }))
    .then(() => ({ outcome: 'accepted' as const }), refusalOf);
  return { channel: 'email', ...answer };
};

const testSms: Test = async (core, context, { phone: to, language }, { sms, ...settings }) => {
  if (!sms) throw new Refusal('CHANNEL_NOT_SET_UP', 'Set an account with a provider of SMS first.');
  if (to === undefined) return refuseInput('channel', 'Your account has no phone number to send to: set one first.');
  const brand = brandOf(await core.cachedPartner(context.caller.partnerId), settings);
  const text = inSmsSigns(filled(noticeTextsFor(language).testSms, { brand: brand.name }));
  const { segments } = smsLengthOf(text);
  if (isOnlyTried(context)) return { channel: 'sms', outcome: 'not_sent', segments };
  const answer = await core.sms[sms.provider](sms, { to, text }).then(
    () => ({ outcome: 'accepted' as const }),
    refusalOf,
  );
  return { channel: 'sms', ...answer, segments };
};

/**
 * Sends a test mail or SMS to the caller's own account and returns what the provider answered. Throws
 * CHANNEL_NOT_SET_UP, INVALID_REQUEST for an SMS to an account without a number, SESSION_INVALID.
 */
export const testMessaging: UseCase<'testMessaging', TestMessagingNeeds> =
  (core) =>
  async (context, { channel }) => {
    const settings = (await core.messaging.of(scopeOf(context))) ?? defaultMessaging;
    const user = await core.users.byId(personOf(context).userId);
    if (!user) throw new Refusal('SESSION_INVALID', 'This account is gone.');
    refuseClosed(user);
    return { data: await (channel === 'email' ? testMail : testSms)(core, context, user, settings) };
  };
