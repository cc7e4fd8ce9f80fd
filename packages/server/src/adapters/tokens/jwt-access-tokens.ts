import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { instant } from '@coach-booking/time/instant';
import type { AccessGrant, AccessTokens } from '../../application/ports/access-tokens.ts';
import type { KeyRing } from './key-ring.ts';

const ALGORITHM = 'ES256';

const claims = z.object({
  sub: z.string(),
  sid: z.string(),
  partnerId: z.string(),
  mode: z.enum(['test', 'live']),
  role: z.enum(['client', 'coach', 'staff', 'admin']),
  coachId: z.string().optional(),
  staffId: z.string().optional(),
  iat: z.number().int(),
  exp: z.number().int(),
});

const grantOf = ({
  sub,
  sid,
  iat,
  exp,
  partnerId,
  mode,
  role,
  coachId,
  staffId,
}: z.infer<typeof claims>): AccessGrant => ({
  userId: sub,
  sessionId: sid,
  partnerId,
  mode,
  role,
  ...(coachId !== undefined && { coachId }),
  ...(staffId !== undefined && { staffId }),
  issuedAt: instant(iat * 1000),
  expiresAt: instant(exp * 1000),
});

const kidOf = (token: string): string | undefined => {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    return undefined;
  }
};

/**
 * Creates access tokens as JWTs (ES256). One algorithm and our own keys alone are accepted, whatever a token's header
 * names.
 */
export function createJwtAccessTokens(ring: KeyRing): AccessTokens {
  return {
    async sign({ userId, sessionId, issuedAt, expiresAt, ...rest }) {
      const { kid, privateKey } = await ring.current();
      return new SignJWT({ ...rest, sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
        .setSubject(userId)
        .setIssuedAt(issuedAt / 1000)
        .setExpirationTime(expiresAt / 1000)
        .sign(privateKey);
    },
    async read(token) {
      const kid = kidOf(token);
      const key = kid === undefined ? null : await ring.publicKey(kid);
      if (!key) return null;
      try {
        // The caller checks the expiry by its own clock: at the beginning of time nothing has expired.
        const { payload } = await jwtVerify(token, key, { algorithms: [ALGORITHM], currentDate: new Date(0) });
        const read = claims.safeParse(payload);
        return read.success ? grantOf(read.data) : null;
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
    async keySet() {
      const keys = await ring.published();
      return {
        keys: keys.map(({ id, x, y }) => ({ kid: id, kty: 'EC', alg: ALGORITHM, use: 'sig', crv: 'P-256', x, y })),
      };
    },
  };
}
