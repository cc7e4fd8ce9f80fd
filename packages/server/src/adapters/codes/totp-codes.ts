import { Secret, TOTP } from 'otpauth';
import type { OneTimeCodes } from '../../application/ports/one-time-codes.ts';

const algorithm = 'SHA1';
const DIGITS = 6;
const PERIOD = 30;
/** Steps accepted before and after the present one: a phone's clock is a little off, and typing takes time. */
const WINDOW = 1;

/** Creates codes as authenticator apps make them. */
export function createTotpCodes(): OneTimeCodes {
  return {
    newSecret: () => new Secret({ size: 20 }).base32,
    uri: (secret, { issuer, account }) =>
      new TOTP({
        issuer,
        label: account,
        algorithm,
        digits: DIGITS,
        period: PERIOD,
        secret: Secret.fromBase32(secret),
      }).toString(),
    stepOf(secret, token, now) {
      const timestamp = now;
      const delta = TOTP.validate({
        token,
        secret: Secret.fromBase32(secret),
        algorithm,
        digits: DIGITS,
        period: PERIOD,
        timestamp,
        window: WINDOW,
      });
      return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta;
    },
  };
}
