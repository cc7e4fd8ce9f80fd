import { normalPassword } from '../../domain/account/password.ts';
import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { LimitName } from '../ports/rate-limits.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isKnownAddress, personAddress } from './address-mark.ts';
import { changeUser } from '../people/change-user.ts';

export type TryPasswordNeeds = Pick<
  Core,
  'passwords' | 'limits' | 'realNow' | 'newId' | 'background' | 'users' | 'audit'
>;

/** Wrong passwords in a row after which the audit log gets an entry, and again after each as many. */
const FAILURES_PER_ENTRY = 5;

interface Account {
  readonly emailKey: string;
  readonly user: User | null;
}

type Limit = readonly [LimitName, string];

const loginLimit = (resetMs: number): Refusal =>
  new Refusal('LOGIN_LIMIT', 'Too many wrong passwords or codes.', undefined, Math.max(1, Math.ceil(resetMs / 1000)));

/** Returns the first limit: attempts with this e-mail from this address. */
const ownLimit = ({ caller: { partnerId, mode, address } }: Context, emailKey: string): Limit => [
  'logins',
  `${partnerId} ${mode} ${emailKey} ${address}`,
];

/**
 * Returns the limits that people share: of an address, and of an e-mail over all addresses. A partner's server that
 * names no visitor acts for many.
 */
const sharedLimits = (context: Context, emailKey: string): readonly Limit[] => {
  const { partnerId, mode } = context.caller;
  const address = personAddress(context);
  return [
    ...(address === null ? [] : [['loginsOfAddress', `${partnerId} ${mode} ${address}`] as const]),
    ['loginsOfAccount', `${partnerId} ${mode} ${emailKey}`],
  ];
};

/**
 * Counts failures in a row, and writes every fifth one to the audit log. Runs after the answer, whose time must not
 * reveal the account.
 */
const countFailure = async (core: TryPasswordNeeds, context: Context, { id }: User): Promise<void> => {
  const { failedSignIns = 0 } = await changeUser(core, context, id, (stored) => ({
    failedSignIns: (stored.failedSignIns ?? 0) + 1,
  }));
  if (failedSignIns % FAILURES_PER_ENTRY === 0) await noteAccount(core, context, 'account.sign_in_failed', { id });
};

/**
 * Returns whether this is the password of the account, and counts a failure when it is not. Limits are taken before the
 * password is checked, and given back when it was right, so that many attempts at once get no further than one after
 * the other. An account that does not exist, one that is closed, and one that waits for the proof of its address
 * (unless `mayWait`) answer like a wrong password and take as long.
 * Others cannot lock an account: from an address that has signed in to it before, the right password works even when a
 * shared limit is used up. A wrong one there is refused with the limit, as everywhere. Throws LOGIN_LIMIT.
 */
export async function tryPassword(
  core: TryPasswordNeeds,
  context: Context,
  { emailKey, user }: Account,
  password: string,
  { mayWait = false } = {},
): Promise<boolean> {
  const [own, ownSubject] = ownLimit(context, emailKey);
  const first = await core.limits.take(own, ownSubject);
  if (!first.allowed) throw loginLimit(first.resetMs);
  const taken: Limit[] = [[own, ownSubject]];
  let usedUp: number | null = null;
  for (const [limit, subject] of sharedLimits(context, emailKey)) {
    const { allowed, resetMs } = await core.limits.take(limit, subject);
    if (allowed) taken.push([limit, subject]);
    else usedUp ??= resetMs;
  }
  const giveBack = () => Promise.all(taken.map(([limit, subject]) => core.limits.giveBack(limit, subject)));
  const isRight = await core.passwords.verify(user?.passwordHash ?? null, normalPassword(password));
  const isOpen = user !== null && user.active && (mayWait || !user.awaitsProof);
  const isIn = isRight && isOpen && (usedUp === null || isKnownAddress(context, user));
  if (isIn) {
    await giveBack();
    return true;
  }
  if (user && !isRight && !context.dryRun) core.background.add(countFailure(core, context, user));
  if (usedUp === null) return false;
  throw loginLimit(usedUp);
}

export function credentialsWrong(): Refusal {
  return new Refusal('CREDENTIALS_WRONG', 'No account has this e-mail and this password.');
}

/** Takes one wrong code of the account's hourly limit; `giveBack` when it was right. Throws LOGIN_LIMIT. */
export async function takeCode(
  { limits }: Pick<Core, 'limits'>,
  context: Context,
  user: User,
): Promise<{ giveBack(): Promise<void> }> {
  const { partnerId, mode, address } = context.caller;
  // Guessing codes elsewhere with a known password does not lock a person out of addresses that they have used before.
  const subject = `${partnerId} ${mode} ${user.id}${isKnownAddress(context, user) ? ` ${address}` : ''}`;
  const { allowed, resetMs } = await limits.take('codes', subject);
  if (!allowed) throw loginLimit(resetMs);
  return { giveBack: () => limits.giveBack('codes', subject) };
}
