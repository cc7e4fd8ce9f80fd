import type { OneTimeCodes } from '../../src/application/ports/one-time-codes.ts';

const STEP = 30_000;

/** The code of a secret at an instant: its step, in six digits. */
export function codeAt(_secret: string, now: number): string {
  return String(Math.floor(now / STEP) % 1_000_000).padStart(6, '0');
}

/** Predictable codes, for tests. */
export const fakeCodes: OneTimeCodes = {
  newSecret: () => 'JBSWY3DPEHPK3PXP',
  uri: (secret, { issuer, account }) => `otpauth://totp/${issuer}:${account}?secret=${secret}`,
  stepOf: (secret, code, now) => {
    const near = [now, now - STEP, now + STEP].find((at) => codeAt(secret, at) === code);
    return near === undefined ? null : Math.floor(near / STEP);
  },
};
