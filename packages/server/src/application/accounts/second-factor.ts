import { plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import { instantText } from '../kernel/instants.ts';
import type { SecondFactor, User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { stampOf } from './mail-token.ts';
import { takeCode } from './try-password.ts';

/** The time for which a sign-in waits for its code, by the clock of the rules. */
const CHALLENGE_LIFE = 5 * MINUTE;
const RECOVERY_CODES = 10;
/** The alphabet of recovery codes: no sign looks like another. Sixteen of them are 79 bits. */
const RECOVERY_SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Returns whether an admin of this partner has to set up a second factor before anything else. */
export async function lacksSecondFactor(
  { partners }: Pick<Core, 'partners'>,
  { role, mode, partnerId, secondFactor }: User,
): Promise<boolean> {
  if (role !== 'admin' || mode !== 'live' || secondFactor?.isEnabled) return false;
  return (await partners.byId(partnerId))?.requireSecondFactor === 'admins';
}

/** Rejects a sign-in whose password was right, with the token that continues it together with a code. */
export function challenge({ tokens }: Pick<Core, 'tokens'>, context: Context, user: User): Refusal {
  const expiresAt = plus(context.now, CHALLENGE_LIFE);
  const stamp = stampOf('second_factor', user);
  const token = tokens.signMail({ ...scopeOf(context), purpose: 'second_factor', userId: user.id, stamp, expiresAt });
  const details = { secondFactor: { token, expiresAt: instantText(expiresAt) } };
  return new Refusal(
    'SECOND_FACTOR_REQUIRED',
    'The password is right; completeLogin takes this token with a code.',
    details,
  );
}

const codeWrong = (): Refusal => new Refusal('CODE_WRONG', 'This code is wrong, was used before, or came too late.');

const normalCode = (code: string): string => code.replace(/[\s-]/g, '').toLowerCase();

export function recoveryHash({ id }: Pick<User, 'id'>, code: string): string {
  return fingerprint(['recovery', id, normalCode(code)]);
}

const newRecoveryCode = ({ newSecret }: Pick<Core, 'newSecret'>): string => {
  const bytes = Buffer.from(fingerprint(newSecret()), 'hex').subarray(0, 16);
  const signs = Array.from(bytes, (byte) => RECOVERY_SIGNS[byte % RECOVERY_SIGNS.length]).join('');
  return signs.match(/.{4}/g)!.join('-');
};

/** Returns ten codes to be shown once. */
export function newRecoveryCodes(core: Pick<Core, 'newSecret'>): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(core));
}

/** Returns a second factor after a right code, since a code works once; null when it is wrong. */
const afterCode = (
  { codes }: Pick<Core, 'codes'>,
  context: Context,
  user: User,
  factor: SecondFactor,
  code: string,
): SecondFactor | null => {
  const digits = normalCode(code);
  const step = /^\d{6}$/.test(digits) ? codes.stepOf(factor.secret, digits, context.now) : null;
  if (step !== null) return step > (factor.lastStep ?? -Infinity) ? { ...factor, lastStep: step } : null;
  const hash = recoveryHash(user, code);
  const left = factor.recoveryHashes.filter((each) => each !== hash);
  return left.length < factor.recoveryHashes.length ? { ...factor, recoveryHashes: left } : null;
};

/**
 * Returns the person's second factor after this code, to be written with what the code was for: a code works once,
 * since of two writers one finds it used. Throws CODE_WRONG, and NOT_ALLOWED_NOW without a second factor.
 */
export function usedCode(core: Pick<Core, 'codes'>, context: Context, user: User, code: string): SecondFactor {
  if (!user.secondFactor?.isEnabled) throw new Refusal('NOT_ALLOWED_NOW', 'This account has no second factor.');
  const left = afterCode(core, context, user, user.secondFactor, code);
  if (!left) throw codeWrong();
  return left;
}

/** Runs an operation that takes a code, and counts a wrong one. Throws LOGIN_LIMIT and what the operation throws. */
export async function withCode<T>(
  core: Pick<Core, 'limits'>,
  context: Context,
  user: User,
  use: () => Promise<T>,
): Promise<T> {
  const { giveBack } = await takeCode(core, context, user);
  try {
    const result = await use();
    await giveBack();
    return result;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'CODE_WRONG')) await giveBack();
    throw error;
  }
}
