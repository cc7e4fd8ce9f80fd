import type { components } from '@coach-booking/contract/types';
import { earliest, instant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { instantText } from '../kernel/instants.ts';
import type { SessionFamily } from '../ports/sessions.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { userView } from './user-view.ts';

/** The time for which an access token is valid, by the clock of the rules. */
export const ACCESS_LIFE = 15 * MINUTE;

/**
 * Returns when a session ends that is opened or refreshed now, by the clock of the rules, and when the store may forget
 * it by real time, which a test clock does not move. `endsAt` is the absolute end of one that is refreshed.
 */
export function lifeOf(
  { sessionLives, realNow }: Pick<Core, 'sessionLives' | 'realNow'>,
  { now }: Pick<Context, 'now'>,
  { role }: Pick<User, 'role'>,
  endsAt = plus(now, sessionLives[role].absolute),
): { expiresAt: Instant; endsAt: Instant; storedUntil: Instant } {
  const expiresAt = earliest(plus(now, sessionLives[role].idle), endsAt);
  return { expiresAt, endsAt, storedUntil: plus(realNow(), sessionLives[role].absolute + DAY) };
}

/** Returns a dry run's session: no token, since nothing was opened. */
export function unopenedSession(
  core: Pick<Core, 'sessionLives' | 'realNow'>,
  context: Context,
  user: User,
): components['schemas']['Session'] {
  return {
    accessToken: '',
    expiresAt: instantText(plus(context.now, ACCESS_LIFE)),
    refreshToken: '',
    refreshExpiresAt: instantText(lifeOf(core, context, user).expiresAt),
    user: userView(user),
  };
}

/**
 * Returns a session as the API writes it, with a new access token. `now` is the clock of the rules; a token has whole
 * seconds.
 */
export async function sessionView(
  { accessTokens }: Pick<Core, 'accessTokens'>,
  user: User,
  family: Pick<SessionFamily, 'id' | 'expiresAt' | 'isRestricted'>,
  refreshToken: string,
  now: Instant,
): Promise<components['schemas']['Session']> {
  const { partnerId, mode, id: userId, role, coachId, staffId } = user;
  const issuedAt = instant(Math.floor(now / 1000) * 1000);
  const expiresAt = earliest(plus(issuedAt, ACCESS_LIFE), instant(Math.ceil(family.expiresAt / 1000) * 1000));
  const person = present({ userId, role, coachId, staffId });
  return {
    accessToken: await accessTokens.sign({ ...person, partnerId, mode, sessionId: family.id, issuedAt, expiresAt }),
    expiresAt: instantText(expiresAt),
    refreshToken,
    refreshExpiresAt: instantText(family.expiresAt),
    ...(family.isRestricted && { secondFactorMissing: true }),
    user: userView(user),
  };
}
