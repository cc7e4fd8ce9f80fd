import { noteAccount } from '../audit/note-account.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import { changeUser, readUser } from '../people/change-user.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { checkOwnPassword, type ProveOwnerNeeds } from './prove-owner.ts';
import { usedCode, withCode } from './second-factor.ts';
import { takeSecondFactor, type TakeSecondFactorNeeds } from './take-second-factor.ts';
import { userView } from './user-view.ts';
import type { Core } from '../ports/core.ts';

type DropSecondFactorNeeds = Pick<Core, 'codes' | 'background'> &
  QueueMailNeeds &
  ProveOwnerNeeds &
  TakeSecondFactorNeeds;

/**
 * Switches the caller's second factor off. Throws CREDENTIALS_WRONG, CODE_WRONG, LOGIN_LIMIT, NOT_ALLOWED_NOW,
 * SESSION_INVALID.
 */
export const disableSecondFactor: UseCase<'disableSecondFactor', DropSecondFactorNeeds> =
  (core) =>
  async (context, { password, code }) => {
    const user = await readUser(core, context, personOf(context).userId);
    refuseClosed(user);
    await checkOwnPassword(core, context, user, password);
    const without = await withCode(core, context, user, () =>
      changeUser(core, context, user.id, (stored) => {
        usedCode(core, context, stored, code);
        return { secondFactor: undefined };
      }),
    );
    if (!context.dryRun) {
      await noteAccount(core, context, 'account.second_factor_disabled', user);
      core.background.add(queueMail(core, context, without, 'second_factor_disabled'));
    }
    return { data: userView(without) };
  };

/**
 * Removes a second factor that another person has lost. Their sessions end. Throws USER_NOT_FOUND, NOT_ALLOWED_NOW for
 * the caller's own and without a second factor.
 */
export const resetSecondFactor: UseCase<'resetSecondFactor', DropSecondFactorNeeds> =
  (core) =>
  async (context, { id }) => {
    if (personOf(context).userId === id)
      throw new Refusal('NOT_ALLOWED_NOW', 'This is your own: switch it off with a code of it.');
    return { data: userView(await takeSecondFactor(core, context, id)) };
  };
