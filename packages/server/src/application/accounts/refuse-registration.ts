import { noteAccount } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeAddress } from './change-address.ts';
import { readLink, type LinkCheck } from './mail-token.ts';

type RefuseRegistrationNeeds = Pick<Core, 'tokens' | 'realNow' | 'newId' | 'users' | 'sessions' | 'audit'>;

/**
 * Closes the account, under an address that does not exist, since the one it was registered with belongs to another
 * person.
 */
const close = async (core: RefuseRegistrationNeeds, context: Context, user: User, check: LinkCheck): Promise<void> => {
  const owner = { ...scopeOf(context), userId: user.id };
  await core.sessions.revokeAll(owner, core.realNow());
  const email = `refused.${user.id}@account.invalid`;
  await changeAddress(core, context, user.id, email, (stored) => {
    check(stored);
    return { active: false, awaitsProof: undefined };
  });
  // A sign-in may have begun between the two.
  await core.sessions.revokeAll(owner, core.realNow());
  await noteAccount(core, context, 'account.registration_refused', user);
};

/** Closes an account that was never proven, and frees its address: "This was not me". Throws TOKEN_INVALID. */
export const refuseRegistration: UseCase<'refuseRegistration', RefuseRegistrationNeeds> =
  (core) =>
  async (context, { token }) => {
    const { user, check } = await readLink(core, context, token, 'registration_refusal');
    if (!context.dryRun) await close(core, context, user, check);
    return { data: { refused: true } };
  };
