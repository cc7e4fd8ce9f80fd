import { normalPassword } from '../../domain/account/password.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import type { LimitName } from '../ports/rate-limits.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../refusal.ts';
import { isKnownAddress } from './address-mark.ts';

/**
 * The limits that a failure counts in. Nobody can be locked out by others: from an address that has signed in before, only what was tried
 * from that address counts. A partner's server speaks for many, so its address has no limit of its own.
 */
const limitsOf = (context: Context, emailKey: string, user: User | null): (readonly [LimitName, string])[] => {
  const { partnerId, mode, address, kind } = context.caller;
  const account = `${partnerId} ${mode} ${emailKey}`;
  return [
    ['logins', `${account} ${address}`],
    ...(kind === 'secret' ? [] : [['loginsOfAddress', `${partnerId} ${mode} ${address}`] as const]),
    ...(user && isKnownAddress(context, user) ? [] : [['loginsOfAccount', account] as const]),
  ];
};

/**
 * Whether this is the password of the account, at the cost of one failure when it is not. Taken before the password is looked at, and given
 * back when it was right, so that many tries at once get no further than one after the other. An account that does not exist, and one that
 * is closed, answer as a wrong password does and take as long. Throws LOGIN_LIMIT.
 */
export const tryPassword = async (core: Core, context: Context, account: { emailKey: string; user: User | null }, password: string) => {
  const { emailKey, user } = account;
  const taken: (readonly [LimitName, string])[] = [];
  const giveBack = () => Promise.all(taken.map(([limit, subject]) => core.limits.giveBack(limit, subject)));
  for (const [limit, subject] of limitsOf(context, emailKey, user)) {
    const { allowed, resetMs } = await core.limits.take(limit, subject);
    if (!allowed) {
      await giveBack();
      throw new Refusal('LOGIN_LIMIT', 'Too many wrong passwords.', undefined, Math.max(1, Math.ceil(resetMs / 1000)));
    }
    taken.push([limit, subject]);
  }
  const isRight = await core.passwords.verify(user?.passwordHash ?? null, normalPassword(password));
  if (!isRight || !user?.active) return false;
  await giveBack();
  return true;
};

export const credentialsWrong = (): Refusal => new Refusal('CREDENTIALS_WRONG', 'No account has this e-mail and this password.');
