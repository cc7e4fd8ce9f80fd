import { DAY } from '../../domain/time/units.ts';
import { isAtWork } from '../access/standing.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import { fingerprint } from '../fingerprint.ts';
import type { User } from '../ports/users.ts';
import { scopeOf } from '../scope.ts';
import { withAddress } from './address-mark.ts';
import { changeUser } from './change-user.ts';
import { REFRESH_LIFE, sessionView } from './session-view.ts';
import { credentialsWrong } from './try-password.ts';

/** A new refresh token of a family, and what is stored of it. */
export const newRefreshToken = (core: Core, sessionId: string): { refreshToken: string; tokenHash: string } => {
  const refreshToken = core.tokens.signRefresh({ sessionId, secret: core.newSecret() });
  return { refreshToken, tokenHash: fingerprint(refreshToken) };
};

/** By the clock of the rules, and when the store may forget it by real time, which a test clock does not move. */
export const lifeOf = (core: Core, context: Context): { expiresAt: number; storedUntil: number } => ({
  expiresAt: context.now + REFRESH_LIFE,
  storedUntil: core.realNow() + REFRESH_LIFE + DAY,
});

/**
 * Begins a family of sessions for somebody who has just proved who they are, and remembers where from. A password that was changed, or an
 * account that was closed, between that proof and now ends all sessions, and may have missed this one: so the account is looked at once
 * more, and the team, in which staff has to be (S2). Throws CREDENTIALS_WRONG then.
 */
export const openSession = async (core: Core, context: Context, user: User) => {
  const id = core.newId();
  const { refreshToken, tokenHash } = newRefreshToken(core, id);
  const createdAt = core.realNow();
  const family = { ...scopeOf(context), id, userId: user.id, tokenHashes: [tokenHash], ...lifeOf(core, context), version: 1, createdAt };
  await core.sessions.insert(family);
  const known = await changeUser(core, context, user.id, (stored) => {
    const knownAddresses = withAddress(context, stored);
    return knownAddresses.at(-1) === stored.knownAddresses.at(-1) ? null : { knownAddresses };
  });
  const isStill = known.active && known.passwordHash === user.passwordHash && (await isAtWork(core, known));
  if (isStill) return sessionView(core, known, family, refreshToken, context.now);
  await core.sessions.revoke(id, core.realNow());
  throw credentialsWrong();
};
