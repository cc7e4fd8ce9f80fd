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

/** So many wrong passwords in a row, and each time as many again, are written to the audit log. */
const FAILURES_PER_ENTRY = 5;

interface Account {
  readonly emailKey: string;
  readonly user: User | null;
}

type Limit = readonly [LimitName, string];

const loginLimit = (resetMs: number): Refusal =>
  new Refusal('LOGIN_LIMIT', 'Too many wrong passwords or codes.', undefined, Math.max(1, Math.ceil(resetMs / 1000)));

/** The limit that stands before everybody: what was tried with this e-mail from this address. */
const ownLimit = ({ caller: { partnerId, mode, address } }: Context, emailKey: string): Limit => [
  'logins',
  `${partnerId} ${mode} ${emailKey} ${address}`,
];

/**
 * The limits that people share: of an address, and of an e-mail over all addresses. A partner's server that names
 * nobody speaks for many.
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
 * Counts failures in a row, and writes every fifth one to the audit log. After the answer, whose time must not tell of
 * the account.
 */
const countFailure = async (core: TryPasswordNeeds, context: Context, { id }: User): Promise<void> => {
  const { failedSignIns = 0 } = await changeUser(core, context, id, (stored) => ({
    failedSignIns: (stored.failedSignIns ?? 0) + 1,
  }));
  if (failedSignIns % FAILURES_PER_ENTRY === 0) await noteAccount(core, context, 'account.sign_in_failed', { id });
};

/**
 * Whether this is the password of the account, at the cost of one failure when it is not. Limits are taken before the
 * password is looked at, and given back when it was right, so that many tries at once get no further than one after the
 * other. An account that does not exist, one that is closed, and one that waits for the proof of its address (unless
 * `mayWait`) answer as a wrong password does and take as long.
 *
 * Nobody is locked out by others: from an address that has signed in to the account before, the right password gets in
 * even when a limit is used up that others share. Whoever has a wrong one there is told of the limit, as everybody is.
 * Throws LOGIN_LIMIT.
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

/** Takes one wrong code of what the account may have in an hour; `giveBack` when it was right. Throws LOGIN_LIMIT. */
export async function takeCode(
  { limits }: Pick<Core, 'limits'>,
  context: Context,
  user: User,
): Promise<{ giveBack(): Promise<void> }> {
  const { partnerId, mode, address } = context.caller;
  // Who knows the password and guesses codes elsewhere keeps nobody out of where they have been before.
  const subject = `${partnerId} ${mode} ${user.id}${isKnownAddress(context, user) ? ` ${address}` : ''}`;
  const { allowed, resetMs } = await limits.take('codes', subject);
  if (!allowed) throw loginLimit(resetMs);
  return { giveBack: () => limits.giveBack('codes', subject) };
}
