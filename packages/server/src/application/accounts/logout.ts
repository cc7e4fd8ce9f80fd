import { noteOwner } from '../audit/note-account.ts';
import { isInScope } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { Core } from '../ports/core.ts';

type LogoutNeeds = Pick<Core, 'tokens' | 'realNow' | 'newId' | 'users' | 'sessions' | 'audit'>;

/** Ends every session of the same sign-in. An unknown token is no error: there is nothing left to end. */
export const logout: UseCase<'logout', LogoutNeeds> =
  (core) =>
  async (context, { refreshToken }) => {
    const grant = core.tokens.readRefresh(refreshToken);
    const family = grant && (await core.sessions.byId(grant.sessionId));
    if (family && family.revokedAt === undefined && isInScope(context, family)) {
      await core.sessions.revoke(family.id, core.realNow());
      const user = await core.users.byId(family.userId);
      if (user) await noteOwner(core, context, 'account.signed_out', user);
    }
    return { data: { signedOut: true } };
  };
