import { Secret, TOTP } from 'otpauth';
import type { OneTimeCodes } from '../../application/ports/one-time-codes.ts';

const algorithm = 'SHA1';
const digits = 6;
const period = 30;
/** Steps before and after the present one: a phone's clock is a little off, and typing takes its time. */
const window = 1;

/** Codes as every authenticator app makes them. */
export const createTotpCodes = (): OneTimeCodes => ({
  newSecret: () => new Secret({ size: 20 }).base32,
  uri: (secret, { issuer, account }) =>
    new TOTP({ issuer, label: account, algorithm, digits, period, secret: Secret.fromBase32(secret) }).toString(),
  stepOf(secret, token, now) {
    const timestamp = now;
    const delta = TOTP.validate({ token, secret: Secret.fromBase32(secret), algorithm, digits, period, timestamp, window });
    return delta === null ? null : Math.floor(now / 1000 / period) + delta;
  },
});
