import { isAffiliationActive } from '../access/standing.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import type { SessionFamily } from '../ports/sessions.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { newRefreshToken } from './open-session.ts';
import { lacksSecondFactor } from './second-factor.ts';
import { lifeOf, sessionView } from './session-view.ts';

type RefreshNeeds = Pick<
  Core,
  'tokens' | 'accessTokens' | 'sessionLives' | 'partners' | 'realNow' | 'newSecret' | 'coaches' | 'users' | 'sessions'
>;

/** Milliseconds of real time in which a used token counts as one whose answer was lost. */
const RETRY_WINDOW = 30_000;
/** Lost answers of one token, as when all parts of an app refresh at once. */
const MAX_SUCCESSORS = 20;
/** Attempts against faster refreshes: all that may be. */
const MAX_ATTEMPTS = MAX_SUCCESSORS + 5;

const sessionInvalid = (detail: string): Refusal => new Refusal('SESSION_INVALID', detail);

interface LiveFamily {
  readonly family: SessionFamily;
  readonly user: User;
}

interface Refreshed {
  readonly user: User;
  readonly next: SessionFamily;
  readonly refreshToken: string;
}

/** Returns the family of a valid token. Throws SESSION_INVALID, SESSION_EXPIRED. */
const liveFamily = async (core: RefreshNeeds, context: Context, sessionId: string): Promise<LiveFamily> => {
  const family = await core.sessions.byId(sessionId);
  if (!family || !isInScope(context, family))
    throw sessionInvalid('This refresh token is not one of this partner and mode.');
  if (family.revokedAt !== undefined) throw sessionInvalid('This session was ended.');
  if (context.now >= family.expiresAt)
    throw new Refusal('SESSION_EXPIRED', 'This sign-in has reached its end, or was not used for too long.');
  const user = await core.users.byId(family.userId);
  if (user?.active && (await isAffiliationActive(core, user))) return { family, user };
  await core.sessions.revoke(family.id, core.realNow());
  throw sessionInvalid('This account is closed, or its work at the coach has ended.');
};

/**
 * Returns the family after a token was presented; null when the token is too old: then two parties have it, one of them
 * a thief. Throws RATE_LIMITED for more lost answers than allowed, which ends nothing: within so short a time even a
 * thief gains nothing by them.
 */
const rotated = (
  { realNow }: Pick<Core, 'realNow'>,
  family: SessionFamily,
  presented: string,
  next: string,
): Partial<SessionFamily> | null => {
  if (family.tokenHashes.includes(presented))
    return { tokenHashes: [next], previousHash: presented, rotatedAt: realNow() };
  const left = RETRY_WINDOW - (realNow() - family.rotatedAt!);
  if (family.previousHash !== presented || left < 0) return null;
  if (family.tokenHashes.length < MAX_SUCCESSORS) return { tokenHashes: [...family.tokenHashes, next] };
  throw new Refusal(
    'RATE_LIMITED',
    'This refresh token was used too often within half a minute.',
    undefined,
    Math.ceil(left / 1000) || 1,
  );
};

/**
 * Returns the next session for a refresh token, which works once. Sent again within half a minute it counts as a lost
 * answer: it gets another successor, and of the successors the first one to be used counts. Later it counts as stolen,
 * and the family ends. Refreshing works until the absolute end of the sign-in. Throws SESSION_INVALID, SESSION_EXPIRED,
 * RATE_LIMITED.
 */
export const refresh: UseCase<'refresh', RefreshNeeds> = (core) => async (context, input) => {
  const grant = core.tokens.readRefresh(input.refreshToken);
  if (!grant) throw sessionInvalid('This refresh token was not made by this server.');
  const { user, next, refreshToken } = await compareAndSet<LiveFamily, Refreshed>({
    read: () => liveFamily(core, context, grant.sessionId),
    write: async ({ family, user }) => {
      const { refreshToken, tokenHash } = newRefreshToken(core, family.id);
      const change = rotated(core, family, fingerprint(input.refreshToken), tokenHash);
      if (!change) {
        await core.sessions.revoke(family.id, core.realNow());
        throw sessionInvalid('This refresh token was used before, so every session of its sign-in has ended.');
      }
      const { isRestricted: _, ...rest } = family;
      const restriction = (await lacksSecondFactor(core, user)) && { isRestricted: true };
      const life = lifeOf(core, context, user, family.endsAt);
      const used = { lastUsedAt: core.realNow(), version: family.version + 1 };
      const next: SessionFamily = { ...rest, ...change, ...life, ...restriction, ...used };
      return (await core.sessions.replace(next, family.version)) ? { user, next, refreshToken } : null;
    },
    otherwise: () => {
      throw sessionInvalid('This refresh token is being used by too many at once.');
    },
    tries: MAX_ATTEMPTS,
  });
  return { data: await sessionView(core, user, next, refreshToken, context.now) };
};
