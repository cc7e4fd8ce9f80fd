import type { components } from '../../generated/api.ts';
import { DAY, MINUTE } from '../../domain/time/units.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import { instantText } from '../instants.ts';
import type { SessionFamily } from '../ports/sessions.ts';
import type { User } from '../ports/users.ts';
import { present } from '../present.ts';
import { userView } from './user-view.ts';

/** How long an access token is valid, and how long a refresh token waits for its use. By the clock of the rules. */
export const ACCESS_LIFE = 15 * MINUTE;
export const REFRESH_LIFE = 30 * DAY;

/** What a dry run answers in place of a session: no token, since nothing was opened. */
export const unopenedSession = ({ now }: Pick<Context, 'now'>, user: User): components['schemas']['Session'] => ({
  accessToken: '',
  expiresAt: instantText(now + ACCESS_LIFE),
  refreshToken: '',
  refreshExpiresAt: instantText(now + REFRESH_LIFE),
  user: userView(user),
});

/** A session as the API writes it, with a new access token. `now` is the clock of the rules; a token knows whole seconds. */
export const sessionView = async (
  core: Core,
  user: User,
  family: Pick<SessionFamily, 'id' | 'expiresAt'>,
  refreshToken: string,
  now: number,
): Promise<components['schemas']['Session']> => {
  const { partnerId, mode, id: userId, role, coachId, staffId } = user;
  const issuedAt = Math.floor(now / 1000) * 1000;
  const expiresAt = issuedAt + ACCESS_LIFE;
  const person = present({ userId, role, coachId, staffId });
  return {
    accessToken: await core.accessTokens.sign({ ...person, partnerId, mode, sessionId: family.id, issuedAt, expiresAt }),
    expiresAt: instantText(expiresAt),
    refreshToken,
    refreshExpiresAt: instantText(family.expiresAt),
    user: userView(user),
  };
};
