import type { Instant } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { pageAddress } from '../pages/page-address.ts';
import type { MailKind } from '../ports/mail.ts';
import { isLiving, type Partner } from '../ports/partners.ts';
import type { MailPurpose } from '../ports/tokens.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { mailboxKeyOf } from './mailbox-key.ts';
import { stampOf } from './mail-token.ts';

export type LinkPurpose = Exclude<MailPurpose, 'second_factor'>;

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
export function forgottenPage(
  { realNow, publicUrl }: Pick<Core, 'realNow' | 'publicUrl'>,
  partner: Partner | null,
  { mode }: User,
): string | undefined {
  const key = partner?.keys.find((one) => one.kind === 'publishable' && one.mode === mode && isLiving(one, realNow()));
  return key && pageAddress(publicUrl(), partner, `/password?${new URLSearchParams({ key: key.lookup })}`);
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
