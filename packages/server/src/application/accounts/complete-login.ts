import { noteOwner } from '../audit/note-account.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeUser } from '../people/change-user.ts';
import { readLink } from './mail-token.ts';
import { openSession, type OpenSessionNeeds } from './open-session.ts';
import { usedCode, withCode } from './second-factor.ts';
import type { Core } from '../ports/core.ts';

type CompleteLoginNeeds = Pick<Core, 'codes' | 'limits'> & OpenSessionNeeds;

/** Signs in with the code that `SECOND_FACTOR_REQUIRED` asked for. Throws TOKEN_INVALID, CODE_WRONG, LOGIN_LIMIT. */
export const completeLogin: UseCase<'completeLogin', CompleteLoginNeeds> =
  (core) =>
  async (context, { token, code }) => {
    const { user, check } = await readLink(core, context, token, 'second_factor');
    const before = user.secondFactor?.recoveryHashes.length ?? 0;
    const known = await withCode(core, context, user, () =>
      changeUser(core, context, user.id, (stored) => {
        check(stored);
        return { secondFactor: usedCode(core, context, stored, code) };
      }),
    );
    if ((known.secondFactor?.recoveryHashes.length ?? 0) < before)
      await noteOwner(core, context, 'account.recovery_code_used', known);
    return { data: await openSession(core, context, known) };
  };
