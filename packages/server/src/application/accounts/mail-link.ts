import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { accountMail } from '../mail/account-mail.ts';
import { brandOf } from '../mail/brand-of.ts';
import { pageAddress } from '../pages/page-address.ts';
import type { MailKind } from '../ports/mail.ts';
import { isLiving, type Partner } from '../ports/partners.ts';
import type { MailPurpose } from '../ports/tokens.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { mailboxKeyOf } from './mailbox-key.ts';
import { stampOf } from './mail-token.ts';

export type MailLinkNeeds = Pick<Core, 'tokens' | 'mail' | 'partners' | 'realNow' | 'publicUrl'>;

type LinkPurpose = Exclude<MailPurpose, 'second_factor'>;

/** The time for which a link works, by the clock of the rules. */
export const LINK_LIFE: Readonly<Record<LinkPurpose, number>> = {
  email_verification: 7 * DAY,
  registration_refusal: 7 * DAY,
  password_reset: HOUR,
  invitation: 7 * DAY,
  email_change: DAY,
};

/** The hosted page that takes the token. */
const PAGE: Readonly<Record<LinkPurpose, string>> = {
  email_verification: 'verify',
  registration_refusal: 'refuse',
  password_reset: 'password',
  invitation: 'password',
  email_change: 'email',
};

/** The mails that carry a link. */
export type LinkMailKind = Extract<MailKind, LinkPurpose | 'account_exists'>;
/** The mails that report a change, so that its owner notices one made by another person. */
export type NoticeKind = Exclude<MailKind, LinkMailKind>;

/** Returns a link of this kind for a person, on the pages of their partner. */
export function linkFor(
  { tokens, publicUrl }: Pick<Core, 'tokens' | 'publicUrl'>,
  partner: Partner | null,
  user: User,
  purpose: LinkPurpose,
  expiresAt: Instant,
): string {
  const { id: userId, partnerId, mode } = user;
  const token = tokens.signMail({ purpose, userId, partnerId, mode, stamp: stampOf(purpose, user), expiresAt });
  return pageAddress(publicUrl(), partner, `/${PAGE[purpose]}/${token}`);
}

/**
 * Returns the page that requests a link to choose another password; undefined when the partner has no key to open it
 * with.
 */
const forgottenPage = (
  { realNow, publicUrl }: Pick<Core, 'realNow' | 'publicUrl'>,
  partner: Partner | null,
  { mode }: User,
): string | undefined => {
  const key = partner?.keys.find((one) => one.kind === 'publishable' && one.mode === mode && isLiving(one, realNow()));
  return key && pageAddress(publicUrl(), partner, `/password?${new URLSearchParams({ key: key.lookup })}`);
};

interface LinkMailFields {
  readonly to: string;
  readonly link: string | undefined;
  readonly lifetime?: number;
  readonly secondLink?: string;
}

const send = async (
  { mail }: Pick<Core, 'mail'>,
  { now, caller }: Context,
  user: User,
  kind: MailKind,
  partner: Partner | null,
  sending: LinkMailFields,
) => {
  const { name, language, timeZone, role, createdAt } = user;
  const at = kind === 'email_verification' ? createdAt : now;
  const brand = brandOf(partner);
  await mail.send(accountMail({ kind, name, brand, language, timeZone, role, at, device: caller.device, ...sending }));
};

/** Sends the person a link, in their language. Throws a MailFailure. */
export async function sendLink(core: MailLinkNeeds, context: Context, user: User, kind: LinkMailKind): Promise<void> {
  const partner = await core.partners.byId(user.partnerId);
  const purpose = kind === 'account_exists' ? 'password_reset' : kind;
  const linkTo = (to: LinkPurpose) => linkFor(core, partner, user, to, plus(context.now, LINK_LIFE[to]));
  const link = linkTo(purpose);
  const to = kind === 'email_change' ? user.newEmail!.email : user.email;
  // The reader of this mail need not be the person who registered with the address.
  const refusal = kind === 'email_verification' && !user.emailVerified && linkTo('registration_refusal');
  await send(core, context, user, kind, partner, {
    to,
    link,
    lifetime: LINK_LIFE[purpose],
    ...(refusal && { secondLink: refusal }),
  });
}

/** Notifies the person of a change, at their present or former address. Throws a MailFailure. */
export async function sendNotice(
  core: MailLinkNeeds,
  context: Context,
  user: User,
  kind: NoticeKind,
  to = user.email,
): Promise<void> {
  const partner = await core.partners.byId(user.partnerId);
  await send(core, context, user, kind, partner, { to, link: forgottenPage(core, partner, user) });
}

/**
 * Counts one mail of this kind against the hourly limit of the mailbox, whether it has an account or not. Throws
 * RATE_LIMITED.
 */
export async function takeMail(
  { limits }: Pick<Core, 'limits'>,
  { caller: { partnerId, mode } }: Context,
  kind: LinkMailKind,
  emailKey: string,
): Promise<void> {
  const { allowed, resetMs } = await limits.take('mails', `${partnerId} ${mode} ${kind} ${mailboxKeyOf(emailKey)}`);
  if (allowed) return;
  throw new Refusal(
    'RATE_LIMITED',
    'This address was sent enough of these mails.',
    undefined,
    Math.max(1, Math.ceil(resetMs / 1000)),
  );
}
