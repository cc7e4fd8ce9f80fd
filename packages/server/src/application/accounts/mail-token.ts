import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import type { MailPurpose } from '../ports/tokens.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope } from '../kernel/scope.ts';

/**
 * The data on which a token depends. It expires when they change: one that proves an address or refuses a registration
 * by another address, one for a password, a new address or a code by any new password.
 */
const aboutOf: Readonly<Record<MailPurpose, (user: User) => readonly unknown[]>> = {
  email_verification: ({ emailKey }) => [emailKey],
  registration_refusal: ({ emailKey, emailVerified }) => ['refusal', emailKey, emailVerified],
  password_reset: ({ emailKey, passwordHash }) => [emailKey, passwordHash],
  invitation: ({ emailKey, passwordHash }) => [emailKey, passwordHash],
  email_change: ({ emailKey, newEmail, passwordHash }) => ['email', emailKey, newEmail?.emailKey ?? null, passwordHash],
  second_factor: ({ passwordHash, secondFactor }) => ['code', passwordHash, secondFactor?.secret ?? null],
};

export function stampOf(purpose: MailPurpose, user: User): string {
  return fingerprint(aboutOf[purpose](user)).slice(0, 32);
}

const tokenInvalid = (): Refusal =>
  new Refusal('TOKEN_INVALID', 'This link has expired, was used, or was not made by this server.');

/** Checks that a link is still valid for this account as it is now. */
export type LinkCheck = (user: User) => void;

/**
 * Returns the account of a token with one of these purposes, and a check that it is still valid. Throws TOKEN_INVALID.
 */
export async function readLink(
  { tokens, users }: Pick<Core, 'tokens' | 'users'>,
  context: Context,
  token: string,
  ...purposes: readonly MailPurpose[]
): Promise<{ user: User; check: LinkCheck }> {
  const grant = tokens.readMail(token, context.now);
  if (!grant || !purposes.includes(grant.purpose) || !isInScope(context, grant)) throw tokenInvalid();
  const isOf = (user: User | null): user is User =>
    user !== null && user.active && stampOf(grant.purpose, user) === grant.stamp;
  const check: LinkCheck = (stored) => {
    if (!isOf(stored)) throw tokenInvalid();
  };
  const user = await users.byId(grant.userId);
  if (!isOf(user)) throw tokenInvalid();
  return { user, check };
}
