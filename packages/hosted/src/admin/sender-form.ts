import { wholeNumber } from '@coach-booking/elements/internal/numbers';
import type { MessagingSettings } from './calls.ts';
import type { AdminPhrase } from './texts/index.ts';

/** The settings for messages as they are typed. */
export interface SenderForm {
  readonly senderName: string;
  readonly replyTo: string;
  readonly postalAddress: string;
  readonly attachCalendar: boolean;
  /** `21:00`. */
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly accountSid: string;
  /** Empty: the stored one stays. */
  readonly authToken: string;
  readonly smsFrom: string;
  readonly smsService: string;
  readonly maxPerDay: string;
}

export type SenderField = keyof SenderForm;
type Errors = Readonly<Partial<Record<SenderField, AdminPhrase>>>;

export function senderFormOf({ email, postalAddress, attachCalendar, quietHours, sms }: MessagingSettings): SenderForm {
  return {
    senderName: email.senderName ?? '',
    replyTo: email.replyTo ?? '',
    postalAddress: postalAddress ?? '',
    attachCalendar,
    quietFrom: quietHours.from,
    quietTo: quietHours.to,
    accountSid: sms?.accountSid ?? '',
    authToken: '',
    smsFrom: sms?.from ?? '',
    smsService: sms?.messagingServiceSid ?? '',
    maxPerDay: `${sms?.maxPerDay ?? ''}`,
  };
}

const tidied = (form: SenderForm): SenderForm =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as unknown as SenderForm;

const fields = (form: SenderForm): SenderField[] => Object.keys(form) as SenderField[];

/** Fields in which a form differs from what it began with. */
export function changedIn(base: MessagingSettings, form: SenderForm): readonly SenderField[] {
  const before = senderFormOf(base);
  const now = tidied(form);
  return fields(form).filter((field) => now[field] !== before[field]);
}

/** Returns the own changes applied to what another person saved. */
export function rebased(base: MessagingSettings, form: SenderForm, theirs: MessagingSettings): SenderForm {
  const mine = changedIn(base, form);
  return { ...senderFormOf(theirs), ...Object.fromEntries(mine.map((field) => [field, form[field]])) };
}

const smsFields: readonly SenderField[] = ['accountSid', 'authToken', 'smsFrom', 'smsService', 'maxPerDay'];
const MOST_A_DAY = 1_000_000;

/** Returns what is wrong of the account; of one that is not used, nothing. */
const smsErrors = (base: MessagingSettings, form: SenderForm): Errors => {
  if (!base.sms && smsFields.every((field) => form[field] === '')) return {};
  const { accountSid, authToken, smsFrom, smsService, maxPerDay } = form;
  const needsToken = base.sms?.accountSid !== accountSid;
  return {
    ...(!/^AC[0-9a-f]{32}$/i.test(accountSid) && { accountSid: 'error_sid' as const }),
    ...((authToken !== '' || needsToken) &&
      !/^[0-9a-f]{32}$/i.test(authToken) && { authToken: 'error_token' as const }),
    ...(smsFrom !== '' && !/^\+[1-9]\d{6,14}$/.test(smsFrom) && { smsFrom: 'error_number' as const }),
    ...(smsService !== '' && !/^MG[0-9a-f]{32}$/i.test(smsService) && { smsService: 'error_service' as const }),
    ...((smsFrom === '') === (smsService === '') && { smsFrom: 'error_oneSender' as const }),
    ...(maxPerDay !== '' && wholeNumber(maxPerDay, 0, MOST_A_DAY) === null && { maxPerDay: 'error_perDay' as const }),
  };
};

/** Returns what is wrong, by field. */
export function senderErrors(base: MessagingSettings, typed: SenderForm): Errors {
  const form = tidied(typed);
  const { replyTo, quietFrom, quietTo } = form;
  return {
    ...(replyTo !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(replyTo) && { replyTo: 'error_email' as const }),
    ...((quietFrom === '') !== (quietTo === '') && { quietTo: 'error_times' as const }),
    ...smsErrors(base, form),
  };
}

const orNull = (text: string): string | null => text || null;

/** Returns what to send: only what was changed, and the version that it was changed from; null when nothing was. */
export function senderPatch(base: MessagingSettings, typed: SenderForm) {
  const form = tidied(typed);
  const changed = changedIn(base, form);
  if (changed.length === 0) return null;
  const has = (...names: readonly SenderField[]): boolean => names.some((name) => changed.includes(name));
  const { senderName, replyTo, postalAddress, attachCalendar, quietFrom, quietTo } = form;
  const email = {
    ...(has('senderName') && { senderName: orNull(senderName) }),
    ...(has('replyTo') && { replyTo: orNull(replyTo) }),
  };
  const sms = {
    ...(!base.sms && { provider: 'twilio' as const }),
    ...(has('accountSid') && { accountSid: form.accountSid }),
    ...(has('authToken') && { authToken: form.authToken }),
    ...(form.smsFrom === ''
      ? has('smsService') && { messagingServiceSid: form.smsService }
      : has('smsFrom') && { from: form.smsFrom }),
    ...(has('maxPerDay') && form.maxPerDay !== '' && { maxPerDay: Number(form.maxPerDay) }),
  };
  return {
    ...(Object.keys(email).length > 0 && { email }),
    ...(has('postalAddress') && { postalAddress: orNull(postalAddress) }),
    ...(has('attachCalendar') && { attachCalendar }),
    ...(has('quietFrom', 'quietTo') && { quietHours: quietFrom === '' ? null : { from: quietFrom, to: quietTo } }),
    ...(has(...smsFields) && { sms }),
    version: base.version,
  };
}
