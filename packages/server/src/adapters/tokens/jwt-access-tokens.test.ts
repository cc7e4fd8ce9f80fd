import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { instant, plus, type Instant } from '@coach-booking/time/instant';
import type { AccessGrant } from '../../application/ports/access-tokens.ts';
import { createMemorySigningKeys } from '../memory/signing-keys.ts';
import type { SigningKeys } from '../../application/ports/signing-keys.ts';
import { createJwtAccessTokens } from './jwt-access-tokens.ts';
import { createKeyRing, PERIOD } from './key-ring.ts';

const DAY = 86_400_000;
const secret = 'a secret of these tests, long enough';
const grant: AccessGrant = {
  userId: '665f00000000000000000071',
  sessionId: '665f00000000000000000051',
  partnerId: '665f00000000000000000099',
  mode: 'test',
  role: 'staff',
  coachId: '665f00000000000000000001',
  staffId: '665f00000000000000000061',
  issuedAt: instant(Date.UTC(2026, 3, 14, 8)),
  expiresAt: instant(Date.UTC(2026, 3, 14, 8, 15)),
};

describe('access tokens', () => {
  let now: Instant;
  let store: SigningKeys;
  let lists: number;
  const process = (of = secret) => createJwtAccessTokens(createKeyRing(store, of, () => now));

  beforeEach(() => {
    now = instant(700 * PERIOD + 5 * DAY);
    lists = 0;
    const memory = createMemorySigningKeys();
    store = {
      ...memory,
      list: () => {
        lists += 1;
        return memory.list();
      },
    };
  });

  it('returns what was signed, at any time', async () => {
    const tokens = process();
    expect(await tokens.read(await tokens.sign(grant))).toEqual(grant);
    const { coachId: _, staffId: __, ...client } = { ...grant, role: 'client' as const };
    expect(await tokens.read(await tokens.sign(client))).toEqual(client);
  });

  it('lets any server check a token with the key set', async () => {
    const tokens = process();
    const token = await tokens.sign(grant);
    const keys = createLocalJWKSet({ keys: [...(await tokens.keySet()).keys] });
    const { payload } = await jwtVerify(token, keys, { currentDate: new Date(grant.issuedAt) });
    expect(payload).toEqual({
      sub: grant.userId,
      sid: grant.sessionId,
      partnerId: grant.partnerId,
      mode: 'test',
      role: 'staff',
      coachId: grant.coachId,
      staffId: grant.staffId,
      iat: grant.issuedAt / 1000,
      exp: grant.expiresAt / 1000,
    });
    await expect(jwtVerify(token, keys, { currentDate: new Date(grant.expiresAt) })).rejects.toMatchObject({
      code: 'ERR_JWT_EXPIRED',
    });
  });

  it('rejects forged tokens', async () => {
    const tokens = process();
    const token = await tokens.sign(grant);
    const [header, payload, signature] = token.split('.') as [string, string, string];
    const { kid } = decodeProtectedHeader(token);
    const { x } = (await tokens.keySet()).keys[0]!;
    const other = Buffer.from(JSON.stringify({ ...decodeJwt(token), role: 'admin' })).toString('base64url');
    const forged = [
      `${header}.${other}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      new UnsecuredJWT({ ...decodeJwt(token) }).encode(),
      await new SignJWT({ ...decodeJwt(token) })
        .setProtectedHeader({ alg: 'HS256', kid: kid! })
        .sign(Buffer.from(x.padEnd(64))),
      'not.a.token',
      '',
    ];
    for (const each of forged) expect(await tokens.read(each)).toBeNull();
  });

  it('shares one key among processes that start at once', async () => {
    const processes = [process(), process(), process()];
    const signed = await Promise.all(processes.map((each) => each.sign(grant)));
    expect(new Set(signed.map((token) => decodeProtectedHeader(token).kid)).size).toBe(1);
    for (const token of signed) for (const each of processes) expect(await each.read(token)).toEqual(grant);
  });

  it('makes another key every 30 days, which is published long before and removed a day after', async () => {
    const tokens = process();
    const kids = async () => (await tokens.keySet()).keys.map(({ kid }) => kid);
    const first = await tokens.sign(grant);
    const [one, two] = await kids();
    expect(decodeProtectedHeader(first).kid).toBe(one);
    now = instant(701 * PERIOD);
    expect(decodeProtectedHeader(await tokens.sign(grant)).kid).toBe(two);
    expect(await kids()).toEqual([two, one, expect.any(String)]);
    expect(await tokens.read(first)).toEqual(grant);
    now = plus(now, DAY);
    expect(await tokens.read(first)).toBeNull();
    expect(await kids()).toEqual([two, expect.any(String)]);
  });

  it('reads tokens of a key that another process made later', async () => {
    const reader = process();
    await reader.keySet();
    now = plus(now, 5000);
    expect(await reader.read(await process('another secret, as long as the first').sign(grant))).toEqual(grant);
  });

  it('keeps the store idle for tokens of made-up keys', async () => {
    const tokens = process();
    await tokens.keySet();
    now = plus(now, 5000);
    lists = 0;
    const forged = await process('another secret, as long as the first').sign(grant);
    const [, rest] = forged.split(/\.(.*)/s) as [string, string];
    const header = (n: number) =>
      Buffer.from(JSON.stringify({ alg: 'ES256', kid: `made-up-${n}` })).toString('base64url');
    lists = 0;
    for (let n = 0; n < 20; n++) expect(await tokens.read(`${header(n)}.${rest}`)).toBeNull();
    expect(lists).toBe(1);
  });

  it('opens private keys with the secret alone', async () => {
    await process().sign(grant);
    const [key] = await store.list();
    const copied = createMemorySigningKeys();
    await copied.insert(key!);
    const moved = { ...key!, id: key!.id.replace(/^\d+/, (period) => String(Number(period) + 1)) };
    await copied.insert(moved);
    now = moved.signsUntil;
    await expect(createKeyRing(copied, secret, () => now).current()).rejects.toThrow();
  });
});
