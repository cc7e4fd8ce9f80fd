import { isAffiliationActive } from '../access/standing.ts';
import { noteOwner } from '../audit/note-account.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import type { SessionFamily } from '../ports/sessions.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import { isUnfamiliarSignIn, remembered } from './address-mark.ts';
import { changeUser } from '../people/change-user.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { lacksSecondFactor } from './second-factor.ts';
import { lifeOf, sessionView } from './session-view.ts';
import { credentialsWrong } from './try-password.ts';

export type OpenSessionNeeds = Pick<
  Core,
  | 'accessTokens'
  | 'tokens'
  | 'partners'
  | 'sessionLives'
  | 'realNow'
  | 'newId'
  | 'newSecret'
  | 'background'
  | 'coaches'
  | 'users'
  | 'sessions'
  | 'audit'
> &
  QueueMailNeeds;

/** Returns a new refresh token of a family, and what is stored of it. */
export function newRefreshToken(
  { tokens, newSecret }: Pick<Core, 'tokens' | 'newSecret'>,
  sessionId: string,
): { refreshToken: string; tokenHash: string } {
  const refreshToken = tokens.signRefresh({ sessionId, secret: newSecret() });
  return { refreshToken, tokenHash: fingerprint(refreshToken) };
}

const newFamily = async (
  core: Pick<Core, 'sessionLives' | 'partners' | 'realNow'>,
  context: Context,
  user: User,
  id: string,
  tokenHash: string,
): Promise<SessionFamily> => ({
  ...scopeOf(context),
  id,
  userId: user.id,
  tokenHashes: [tokenHash],
  ...lifeOf(core, context, user),
  ...present({ device: context.caller.device }),
  ...((await lacksSecondFactor(core, user)) && { isRestricted: true }),
  version: 1,
  createdAt: core.realNow(),
});

/**
 * Begins a family of sessions for a person who has just proven their identity, remembers address and device, and
 * notifies the person when those are unfamiliar. A password that was changed, or an account that was closed, between
 * that proof and now ends all sessions, and may have missed this one: so the account is read once more, and the team,
 * in which a member of staff has to be (S2). Throws CREDENTIALS_WRONG then.
 */
export async function openSession(core: OpenSessionNeeds, context: Context, user: User) {
  const id = core.newId();
  const { refreshToken, tokenHash } = newRefreshToken(core, id);
  const family = await newFamily(core, context, user, id, tokenHash);
  await core.sessions.insert(family);
  let isNew = false;
  const known = await changeUser(core, context, user.id, (stored) => {
    isNew = isUnfamiliarSignIn(context, stored);
    const seen = remembered(context, stored);
    return seen || stored.failedSignIns ? { ...seen, failedSignIns: undefined } : null;
  });
  if (known.active && known.passwordHash === user.passwordHash && (await isAffiliationActive(core, known))) {
    await noteOwner(core, context, 'account.signed_in', known);
    if (isNew) core.background.add(queueMail(core, context, known, 'new_device'));
    return sessionView(core, known, family, refreshToken, context.now);
  }
  await core.sessions.revoke(id, core.realNow());
  throw credentialsWrong();
}
