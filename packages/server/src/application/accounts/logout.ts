import { isInScope } from '../scope.ts';
import type { UseCase } from '../use-case.ts';

/** Ends every session that came of the same sign-in. A token that nobody knows is no error: there is nothing left to end. */
export const logout: UseCase<'logout'> =
  (core) =>
  async (context, { refreshToken }) => {
    const grant = core.tokens.readRefresh(refreshToken);
    const family = grant && (await core.sessions.byId(grant.sessionId));
    if (family && isInScope(context, family)) await core.sessions.revoke(family.id, core.realNow());
    return { data: { signedOut: true } };
  };
