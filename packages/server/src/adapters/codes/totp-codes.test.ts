import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { createTotpCodes } from './totp-codes.ts';

const codes = createTotpCodes();
/**
 * `12345678901234567890`, as in RFC 6238, appendix B; its codes there have eight digits, of which apps show the last
 * six.
 */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('S15 a code of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('accepts the code of RFC 6238 at %i s', (seconds, code) =>
    expect(codes.stepOf(SECRET, code, instant(seconds * 1000))).toBe(Math.floor(seconds / 30)),
  );

  it('accepts a code half a minute early and late, and no longer', () => {
    const at = (seconds: number) => codes.stepOf(SECRET, '081804', instant((1_111_111_109 + seconds) * 1000));
    const step = Math.floor(1_111_111_109 / 30);
    expect([at(-30), at(0), at(30)]).toEqual([step, step, step]);
    expect([at(-60), at(61)]).toEqual([null, null]);
  });

  it.each(['', '81804', '0818045', 'abcdef'])('rejects %j as a code', (code) =>
    expect(codes.stepOf(SECRET, code, instant(1_111_111_109_000))).toBeNull(),
  );

  it('makes a unique secret of 160 bits', () => {
    const [one, two] = [codes.newSecret(), codes.newSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(two).not.toBe(one);
  });

  it('writes a URI that apps read', () => {
    const uri = new URL(codes.uri(SECRET, { issuer: 'Harbour Strength', account: 'ana+fit@example.com' }));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('Harbour Strength:ana+fit@example.com');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Harbour Strength',
      secret: SECRET,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
