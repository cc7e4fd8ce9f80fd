import { DAY, HOUR } from '../../domain/time/units.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import { fingerprint } from '../fingerprint.ts';
import { linkMail } from '../mail/link-mail.ts';
import { pageAddress } from '../pages/page-address.ts';
import type { MailKind } from '../ports/mail.ts';
import type { Partner } from '../ports/partners.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../refusal.ts';
import { isInScope } from '../scope.ts';

/** How long a link works, by the clock of the rules. */
export const LINK_LIFE: Readonly<Record<MailKind, number>> = { email_verification: 7 * DAY, password_reset: HOUR };

/** The hosted page that takes the token. */
const PAGE: Readonly<Record<MailKind, string>> = { email_verification: 'verify', password_reset: 'password' };

/** Who writes, when the partner cannot be read. */
const UNNAMED = 'Coach booking';

/** A link dies with what it is about: one that proves an address by another address, one for a password by any new password. */
const stampOf = (purpose: MailKind, { emailKey, passwordHash }: User): string =>
  fingerprint(purpose === 'email_verification' ? [emailKey] : [emailKey, passwordHash]).slice(0, 32);

/** A link of this kind for a person, on the pages of their partner. */
export const linkFor = (core: Core, partner: Partner | null, user: User, purpose: MailKind, expiresAt: number): string => {
  const { id: userId, partnerId, mode } = user;
  const token = core.tokens.signMail({ purpose, userId, partnerId, mode, stamp: stampOf(purpose, user), expiresAt });
  return pageAddress(core.publicUrl(), partner, `/${PAGE[purpose]}/${token}`);
};

/** Sends the person a link, in their language. Throws a MailFailure. */
export const sendLink = async (core: Core, { now }: Context, user: User, purpose: MailKind): Promise<void> => {
  const { email: to, name, language } = user;
  const lifetime = LINK_LIFE[purpose];
  const partner = await core.partners.byId(user.partnerId);
  const link = linkFor(core, partner, user, purpose, now + lifetime);
  await core.mail.send(linkMail({ kind: purpose, to, name, product: partner?.name ?? UNNAMED, link, lifetime, language }));
};

/** Takes one mail of this kind from what the address is sent in an hour, whether it has an account or not. Throws RATE_LIMITED. */
export const takeMail = async (
  core: Core,
  { caller: { partnerId, mode } }: Context,
  purpose: MailKind,
  emailKey: string,
): Promise<void> => {
  const { allowed, resetMs } = await core.limits.take('mails', `${partnerId} ${mode} ${purpose} ${emailKey}`);
  if (allowed) return;
  throw new Refusal('RATE_LIMITED', 'This address was sent enough of these mails.', undefined, Math.max(1, Math.ceil(resetMs / 1000)));
};

const isOf = (purpose: MailKind, stamp: string, user: User | null): user is User =>
  user !== null && user.active && stampOf(purpose, user) === stamp;

const tokenInvalid = (): Refusal => new Refusal('TOKEN_INVALID', 'This link has expired, was used, or was not made by this server.');

/** Whether a link still is about this account as it is now. */
export type LinkCheck = (user: User) => void;

/** The account that a link is about, and what tells later whether it still is. Throws TOKEN_INVALID. */
export const readLink = async (
  core: Core,
  context: Context,
  token: string,
  purpose: MailKind,
): Promise<{ user: User; check: LinkCheck }> => {
  const grant = core.tokens.readMail(token, context.now);
  if (grant?.purpose !== purpose || !isInScope(context, grant)) throw tokenInvalid();
  const user = await core.users.byId(grant.userId);
  const check: LinkCheck = (stored) => {
    if (!isOf(purpose, grant.stamp, stored)) throw tokenInvalid();
  };
  if (!isOf(purpose, grant.stamp, user)) throw tokenInvalid();
  return { user, check };
};
