import { plus, type Instant } from '@coach-booking/time/instant';
import type { AccountDelivery } from '../../domain/delivery/account-delivery.ts';
import type { SkipCode } from '../../domain/delivery/delivery.ts';
import { messageLanguageOf, type MessageKey } from '../../domain/message/message.ts';
import { forgottenPage, LINK_LIFE, linkFor, type LinkPurpose } from '../accounts/mail-link.ts';
import { present } from '../kernel/present.ts';
import { accountMail } from '../mail/account-mail.ts';
import { accountHeaders } from '../mail/account-headers.ts';
import { brandOf } from '../mail/brand-of.ts';
import { senderOf } from '../messaging/sender.ts';
import { pageAddress } from '../pages/page-address.ts';
import type { Core } from '../ports/core.ts';
import type { MailKind, MailMessage } from '../ports/mail.ts';
import type { OutgoingMessage } from '../ports/outlets.ts';
import type { Partner } from '../ports/partners.ts';
import type { User } from '../ports/users.ts';
import type { MessageBrand } from '../rendering/message-data.ts';
import { renderMessage } from '../rendering/render-message.ts';
import { coachNoticeOf, isCoachNotice, type CoachNotice, type CoachNoticeNeeds } from './coach-notice.ts';
import { ownTemplateOf } from '../rendering/own-template.ts';

export type AccountMessageNeeds = Pick<
  Core,
  | 'users'
  | 'partners'
  | 'tokens'
  | 'publicUrl'
  | 'realNow'
  | 'templates'
  | 'messageTemplates'
  | 'notices'
  | 'cachedMessaging'
> &
  CoachNoticeNeeds;

/** Mails whose link has another purpose than their name, or that only report a change. */
const purposeOf = (kind: MailKind): LinkPurpose | null => {
  if (kind === 'account_exists') return 'password_reset';
  return kind in LINK_LIFE ? (kind as LinkPurpose) : null;
};

/** Returns why this mail is not needed any more. */
const verdictOn = ({ kind }: AccountDelivery, user: User): SkipCode | null => {
  const isDone =
    !user.active ||
    (kind === 'email_verification' && user.emailVerified) ||
    (kind === 'email_change' && !user.newEmail) ||
    (kind === 'invitation' && !user.isInvited);
  return isDone ? 'superseded' : null;
};

const addressFor = ({ kind, address }: AccountDelivery, { email, newEmail }: User): string =>
  kind === 'email_change' ? newEmail!.email : (address ?? email);

type Content = Pick<MailMessage, 'subject' | 'text'> & { readonly html: string };

/** Returns a mail that has no template. Its token is made here and stored nowhere (R48). */
const accountContent = (
  core: AccountMessageNeeds,
  { about, createdAt }: AccountDelivery,
  kind: MailKind,
  user: User,
  partner: Partner | null,
  brand: MessageBrand,
  now: Instant,
): Content => {
  const { name, language, timeZone, role } = user;
  const purpose = purposeOf(kind);
  const linkTo = (to: LinkPurpose) => linkFor(core, partner, user, to, plus(now, LINK_LIFE[to]));
  // The reader of this mail need not be the person who registered with the address.
  const isRefusable = kind === 'email_verification';
  const { subject, text, html } = accountMail({
    kind,
    to: '',
    name,
    brand,
    language,
    timeZone,
    role,
    at: kind === 'email_verification' ? user.createdAt : createdAt,
    device: about.device,
    link: purpose ? linkTo(purpose) : forgottenPage(core, partner, user),
    ...(purpose && { lifetime: LINK_LIFE[purpose] }),
    ...(isRefusable && { secondLink: linkTo('registration_refusal') }),
  });
  return { subject, text, html: html! };
};

/** Returns the mail to a coach about what is wrong with other calendars and accounts. */
const noticeContent = (
  { publicUrl }: AccountMessageNeeds,
  { createdAt }: AccountDelivery,
  kind: MailKind,
  { name, language, role }: User,
  partner: Partner | null,
  brand: MessageBrand,
  notice: CoachNotice,
): Content => {
  const link = pageAddress(publicUrl(), partner, '/desk/settings/connections');
  const { subject, text, html } = accountMail({
    kind,
    to: '',
    name,
    brand,
    role,
    at: createdAt,
    link,
    ...notice,
    ...present({ language }),
  });
  return { subject, text, html: html! };
};

/** Returns a welcome, by the coach's or the partner's own text where there is one. */
const welcomeContent = async (
  core: AccountMessageNeeds,
  { partnerId, mode }: AccountDelivery,
  user: User,
  partner: Partner | null,
  brand: MessageBrand,
  now: Instant,
): Promise<Content> => {
  const { name, language, coachId, timeZone = 'UTC' } = user;
  const isClient = user.role === 'client';
  const audience = isClient ? 'attendee' : 'coach';
  const key: MessageKey = { kind: 'welcome', channel: 'email', audience, language: messageLanguageOf(language) };
  const template = await ownTemplateOf(core, { partnerId, mode, coachId }, key);
  const calendar = pageAddress(core.publicUrl(), partner, isClient ? '/account' : '/desk');
  const data = { lead: { name }, coach: { name }, service: { title: '' }, timeZone, now, links: { calendar } };
  const rendered = await renderMessage(core.templates, { ...key, language, template, brand, data });
  const { fault } = rendered;
  if (fault) core.notices.templateFailed({ partnerId, mode, ...present({ coachId }), ...key, code: fault.code });
  if (rendered.channel !== 'email') throw new TypeError('A welcome is a mail.');
  return rendered;
};

/**
 * Returns a finished mail about an account, or why there is none. `now` is the clock of the rules: of the request that
 * asked for it, in mode test.
 */
export async function accountMessageOf(
  core: AccountMessageNeeds,
  delivery: AccountDelivery,
  now: Instant,
): Promise<OutgoingMessage | SkipCode> {
  const { id, userId, partnerId, kind } = delivery;
  const [user, partner, settings] = await Promise.all([
    core.users.byId(userId),
    core.partners.byId(partnerId),
    core.cachedMessaging(delivery),
  ]);
  if (!user) return 'erased';
  const verdict = verdictOn(delivery, user);
  if (verdict) return verdict;
  const notice = isCoachNotice(kind) ? await coachNoticeOf(core, delivery, kind, user) : undefined;
  if (notice === null) return 'superseded';
  const brand = brandOf(partner, settings);
  const { subject, text, html } =
    kind === 'welcome'
      ? await welcomeContent(core, delivery, user, partner, brand, now)
      : notice
        ? noticeContent(core, delivery, kind, user, partner, brand, notice)
        : accountContent(core, delivery, kind, user, partner, brand, now);
  const { fromName, replyTo } = senderOf(partner, settings);
  return {
    channel: 'email',
    to: addressFor(delivery, user),
    fromName,
    subject,
    text,
    html,
    headers: accountHeaders(id, new URL(core.publicUrl()).hostname),
    ...present({ replyTo }),
  };
}
