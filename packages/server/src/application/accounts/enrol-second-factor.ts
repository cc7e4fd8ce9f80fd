import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope, scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import { changeUser, readUser } from '../people/change-user.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { checkOwnPassword, type ProveOwnerNeeds } from './prove-owner.ts';
import { newRecoveryCodes, recoveryHash, usedCode, withCode } from './second-factor.ts';

type EnrolSecondFactorNeeds = Pick<Core, 'codes' | 'partners' | 'realNow' | 'newSecret' | 'background' | 'sessions'> &
  QueueMailNeeds &
  ProveOwnerNeeds;

/** Returns the caller's open account. Throws SESSION_INVALID, FORBIDDEN. */
const self = async (core: Pick<Core, 'users'>, context: Context): Promise<User> => {
  const user = await readUser(core, context, personOf(context).userId);
  refuseClosed(user);
  return user;
};

const refuseEnabled = ({ secondFactor }: User): void => {
  if (secondFactor?.isEnabled) throw new Refusal('NOT_ALLOWED_NOW', 'There is a second factor: switch it off first.');
};

/**
 * Makes the secret of a second factor, which is in force only once a code of it was confirmed. A dry run returns none.
 * Throws CREDENTIALS_WRONG, LOGIN_LIMIT, NOT_ALLOWED_NOW when there is one already, SESSION_INVALID.
 */
export const enrolSecondFactor: UseCase<'enrolSecondFactor', EnrolSecondFactorNeeds> =
  (core) =>
  async (context, { password }) => {
    const user = await self(core, context);
    await checkOwnPassword(core, context, user, password);
    const secret = core.codes.newSecret();
    await changeUser(core, context, user.id, (stored) => {
      refuseEnabled(stored);
      return { secondFactor: { secret, isEnabled: false, recoveryHashes: [] } };
    });
    if (context.dryRun) return { data: { secret: '', uri: '' } };
    const issuer = (await core.partners.byId(user.partnerId))?.name ?? 'Coach booking';
    return { data: { secret, uri: core.codes.uri(secret, { issuer, account: user.email }) } };
  };

/** Lifts the restriction of the session that set it up. */
const liftRestriction = async ({ sessions }: Pick<Core, 'sessions'>, context: Context): Promise<void> => {
  const { sessionId } = personOf(context);
  const family = sessionId === undefined ? null : await sessions.byId(sessionId);
  if (!family?.isRestricted || !isInScope(context, family)) return;
  const { isRestricted: _, ...rest } = family;
  // When a refresh was faster, that one has read the account itself.
  await sessions.replace({ ...rest, version: family.version + 1 }, family.version);
};

/**
 * Switches the second factor on by a first code, ends the sessions that were opened without it, and returns the
 * recovery codes. Throws CODE_WRONG, LOGIN_LIMIT, NOT_ALLOWED_NOW when nothing was begun, SESSION_INVALID.
 */
export const confirmSecondFactor: UseCase<'confirmSecondFactor', EnrolSecondFactorNeeds> =
  (core) =>
  async (context, { code }) => {
    const user = await self(core, context);
    const recoveryCodes = newRecoveryCodes(core);
    const recoveryHashes = recoveryCodes.map((each) => recoveryHash(user, each));
    await withCode(core, context, user, () =>
      changeUser(core, context, user.id, (stored) => {
        refuseEnabled(stored);
        if (!stored.secondFactor)
          throw new Refusal('NOT_ALLOWED_NOW', 'Nothing was begun: enrolSecondFactor comes first.');
        const begun = { ...stored, secondFactor: { ...stored.secondFactor, isEnabled: true } };
        return { secondFactor: { ...usedCode(core, context, begun, code), recoveryHashes } };
      }),
    );
    if (context.dryRun) return { data: { recoveryCodes: [] } };
    const { userId, sessionId } = personOf(context);
    await core.sessions.revokeAll({ ...scopeOf(context), userId }, core.realNow(), sessionId);
    await liftRestriction(core, context);
    await noteAccount(core, context, 'account.second_factor_enabled', user);
    core.background.add(queueMail(core, context, user, 'second_factor_enabled'));
    return { data: { recoveryCodes } };
  };

/** Replaces the recovery codes. Throws CREDENTIALS_WRONG, CODE_WRONG, LOGIN_LIMIT, NOT_ALLOWED_NOW, SESSION_INVALID. */
export const renewRecoveryCodes: UseCase<'renewRecoveryCodes', EnrolSecondFactorNeeds> =
  (core) =>
  async (context, { password, code }) => {
    const user = await self(core, context);
    await checkOwnPassword(core, context, user, password);
    const recoveryCodes = newRecoveryCodes(core);
    const recoveryHashes = recoveryCodes.map((each) => recoveryHash(user, each));
    await withCode(core, context, user, () =>
      changeUser(core, context, user.id, (stored) => ({
        secondFactor: { ...usedCode(core, context, stored, code), recoveryHashes },
      })),
    );
    if (context.dryRun) return { data: { recoveryCodes: [] } };
    await noteAccount(core, context, 'account.recovery_codes_renewed', user);
    return { data: { recoveryCodes } };
  };
