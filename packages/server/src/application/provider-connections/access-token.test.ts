import { beforeEach, describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { MINUTE, SECOND } from '@coach-booking/time/units';
import { createProviders } from '../../adapters/providers/provider-sites.ts';
import { createWorld, givenCoach, type World } from '../../../test/application/world.ts';
import { aConnection } from '../../../test/stores/provider-connections-suite.ts';
import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import { withFaultPoints } from '../../fault-points.ts';
import { createCore } from '../create-use-cases.ts';
import type { OutboundReply } from '../ports/outbound.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { accessTokenOf } from './access-token.ts';
import { subjectKeyOf } from './account-of-tokens.ts';
import { callApi } from './call-api.ts';
import { revokeConnection } from './revoke-connection.ts';

const client = { clientId: 'client-1', clientSecret: 'secret-1' };
const PROVIDERS = createProviders({ google: { client }, zoom: { client } });

let world: World;
let coachId: string;
beforeEach(async () => {
  world = createWorld({ mode: 'live', providers: PROVIDERS });
  coachId = (await givenCoach(world)).id;
});

const given = async (more: Partial<ProviderConnection> = {}) => {
  const realNow = world.deps.realNow();
  const { partnerId, mode } = world.partner().caller;
  const { task: _task, failure: _failure, ...bare } = aConnection({ partnerId, mode, coachId });
  const made = { ...bare, refreshingUntil: null, expiresAt: plus(realNow, 5 * MINUTE), ...more };
  await world.deps.providerConnections.insert(made);
  return made;
};
const json = (status: number, body: object): Partial<OutboundReply> => ({ status, text: JSON.stringify(body) });
const failureOf = async (asked: Promise<unknown>): Promise<ProviderFailure> => {
  const error: unknown = await asked.catch((thrown: unknown) => thrown);
  if (error instanceof ProviderFailure) return error;
  throw new Error('It did not fail as a provider does.');
};
const stored = async ({ id }: { readonly id: string }) => (await world.deps.providerConnections.byId(id))!;
/** A token endpoint whose refresh tokens are good once, like that of Zoom. */
const rotating = () => {
  let good = 'refresh-1';
  let made = 1;
  const used: string[] = [];
  world.outbound.reply = ({ body = '' }) => {
    const form = new URLSearchParams(body);
    const token = form.get('refresh_token') ?? '';
    used.push(token);
    if (token !== good) {
      good = '';
      return json(400, { error: 'invalid_grant', error_description: 'ana@mail.example' });
    }
    made += 1;
    good = `refresh-${made}`;
    return json(200, { access_token: `access-${made}`, refresh_token: good, expires_in: 3600 });
  };
  return used;
};

describe('an access token', () => {
  it('is used as long as it is good for a minute', async () => {
    const one = await given({ expiresAt: plus(world.deps.realNow(), MINUTE + SECOND) });
    expect(await accessTokenOf(createCore(world.deps), one.id)).toBe('access-1');
    expect(world.outbound.calls).toEqual([]);
  });

  it('is renewed by a form that proves the client, and kept with the refresh token that came along', async () => {
    const used = rotating();
    const one = await given({ expiresAt: world.deps.realNow() });
    expect(await accessTokenOf(createCore(world.deps), one.id)).toBe('access-2');
    expect(world.outbound.calls).toMatchObject([
      { mode: 'live', method: 'POST', url: 'https://oauth2.googleapis.com/token', timeout: 10_000 },
    ]);
    expect(Object.fromEntries(new URLSearchParams(world.outbound.calls[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'client-1',
      client_secret: 'secret-1',
    });
    const expiresAt = plus(world.deps.realNow(), 3600 * SECOND);
    expect(await stored(one)).toMatchObject({ refreshToken: 'refresh-2', expiresAt, refreshingUntil: null });
    world.passTime(3600 * SECOND);
    expect(await accessTokenOf(createCore(world.deps), one.id)).toBe('access-3');
    expect(used).toEqual(['refresh-1', 'refresh-2']);
  });

  it('is renewed once for ten that need it at the same moment, in two processes', async () => {
    const used = rotating();
    const one = await given({ expiresAt: world.deps.realNow() });
    const processes = [createCore(world.deps), createCore(world.deps)];
    const asked = Array.from({ length: 10 }, (_, n) => accessTokenOf(processes[n % 2]!, one.id));
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['access-2']));
    expect(used).toEqual(['refresh-1']);
  });

  it('keeps the refresh token where the provider sends no other', async () => {
    world.outbound.reply = () => json(200, { access_token: 'access-2', expires_in: 3600 });
    const one = await given({ expiresAt: world.deps.realNow() });
    await accessTokenOf(createCore(world.deps), one.id);
    expect(await stored(one)).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-1' });
  });

  it('is renewed by another process when the first one died before it asked', async () => {
    const used = rotating();
    const now = world.deps.realNow();
    const one = await given({ expiresAt: now, refreshingUntil: plus(now, 20 * SECOND) });
    expect(await failureOf(accessTokenOf(createCore(world.deps), one.id))).toMatchObject({
      code: 'TOKEN_BUSY',
      kind: 'unavailable',
    });
    world.passTime(20 * SECOND);
    expect(await accessTokenOf(createCore(world.deps), one.id)).toBe('access-2');
    expect(used).toHaveLength(1);
  });

  it('is lost when a process dies between asking and writing, which is found out once and never asked again', async () => {
    const used = rotating();
    const one = await given({ expiresAt: world.deps.realNow() });
    let writes = 0;
    const dying = withFaultPoints(world.deps, {
      'before providerConnections.replace': () => {
        writes += 1;
        if (writes === 2) throw new Error('killed');
      },
    });
    await expect(accessTokenOf(createCore(dying), one.id)).rejects.toThrow('killed');
    world.passTime(20 * SECOND);
    const core = createCore(world.deps);
    expect(await failureOf(accessTokenOf(core, one.id))).toMatchObject({ kind: 'revoked', code: 'invalid_grant' });
    expect(await failureOf(accessTokenOf(core, one.id))).toMatchObject({ kind: 'revoked', code: 'invalid_grant' });
    expect(used).toEqual(['refresh-1', 'refresh-1']);
    expect(await stored(one)).toMatchObject({ state: 'revoked', accessToken: '', refreshToken: '' });
  });

  it.each([
    [json(503, {}), 'unknown', '503'],
    [{ ...json(429, { error: 'slow_down' }), retryAfter: 5000 }, 'limited', 'slow_down'],
    [json(401, { error: 'invalid_client' }), 'refused', 'invalid_client'],
    [json(200, { token: 'no' }), 'unknown', 'NO_TOKEN'],
    ['ECONNREFUSED', 'unavailable', 'ECONNREFUSED'],
    ['TIMEOUT', 'unknown', 'TIMEOUT'],
  ] as const)('is asked for again after %j, and the connection names the failure', async (reply, kind, code) => {
    world.outbound.reply = () => reply;
    const one = await given({ expiresAt: world.deps.realNow() });
    const core = createCore(world.deps);
    expect(await failureOf(accessTokenOf(core, one.id))).toMatchObject({ kind, code });
    expect(await stored(one)).toMatchObject({ state: 'ok', refreshingUntil: null, failure: { code } });
    rotating();
    expect(await accessTokenOf(core, one.id)).toBe('access-2');
    expect((await stored(one)).failure).toBeUndefined();
  });

  it('is lost when another client is set, since no other client can renew it', async () => {
    const one = await given({ clientId: 'client-0', expiresAt: world.deps.realNow() });
    expect(await failureOf(accessTokenOf(createCore(world.deps), one.id))).toMatchObject({ code: 'CLIENT_CHANGED' });
    expect(world.outbound.calls).toEqual([]);
  });

  it('R11 is never renewed in mode test, since nothing leaves', async () => {
    const one = await given({ mode: 'test', expiresAt: minus(world.deps.realNow(), MINUTE) });
    const core = createCore(world.deps);
    expect(await accessTokenOf(core, one.id, 'access-1')).toBe('access-1');
    expect(world.outbound.calls).toEqual([]);
  });
});

describe('whose account it is, of a connection that was made before that was kept', () => {
  const older = async (more: Partial<ProviderConnection> = {}) => {
    const one = await given({ expiresAt: world.deps.realNow(), ...more });
    const { subjectKey: _key, ...rest } = one;
    await world.deps.providerConnections.replace(rest, one.version);
    return { ...one, version: one.version + 1 };
  };
  const idToken = `h.${Buffer.from(JSON.stringify({ sub: 'g1' })).toString('base64url')}.s`;
  const tokens = { access_token: 'access-2', expires_in: 3600 };

  it('is kept with the next token: of Google and Microsoft from its own answer', async () => {
    world.outbound.reply = () => json(200, { ...tokens, id_token: idToken });
    const one = await older();
    expect(await accessTokenOf(createCore(world.deps), one.id)).toBe('access-2');
    expect((await stored(one)).subjectKey).toBe(subjectKeyOf('google', 'g1'));
    expect(world.outbound.calls).toHaveLength(1);
  });

  it('is kept with the next token of Zoom, which is asked for it once', async () => {
    world.outbound.reply = ({ url }) => json(200, url.endsWith('/users/me') ? { id: 'z1' } : tokens);
    const one = await older({ provider: 'zoom' });
    const core = createCore(world.deps);
    expect(await accessTokenOf(core, one.id)).toBe('access-2');
    expect((await stored(one)).subjectKey).toBe(subjectKeyOf('zoom', 'z1'));
    world.passTime(60 * MINUTE);
    await accessTokenOf(core, one.id);
    expect(world.outbound.calls.filter(({ url }) => url.endsWith('/users/me'))).toHaveLength(1);
  });

  it('keeps no token from being used where nothing says it', async () => {
    world.outbound.reply = ({ url }) => (url.endsWith('/users/me') ? json(500, {}) : json(200, tokens));
    const one = await older({ provider: 'zoom' });
    expect(await accessTokenOf(createCore(world.deps), one.id)).toBe('access-2');
    expect(await stored(one)).toMatchObject({ state: 'ok' });
    expect((await stored(one)).subjectKey).toBeUndefined();
  });
});

describe('a connection that the provider takes no more', () => {
  const account = async () => {
    const { data } = await world.useCases.createUser(world.partner(), {
      name: 'Ana',
      email: 'ana@fit.example',
      role: 'coach',
      coachId,
    });
    await world.drain();
    return data;
  };
  const mails = () => world.sent.filter(({ kind }) => kind === 'connection_revoked');

  it('is reported to the coach by one mail, with a way back', async () => {
    await account();
    const one = await given();
    const core = createCore(world.deps);
    await Promise.all([1, 2, 3].map(() => revokeConnection(core, one.id, 'invalid_grant')));
    await world.drain();
    expect(mails()).toMatchObject([{ to: 'ana@fit.example', subject: expect.stringContaining('connected again') }]);
    expect(mails()[0]?.text).toContain('Google (ana@mail.example)');
    expect(mails()[0]?.text).toContain('https://book.example/desk/settings/connections');
    expect(JSON.stringify(mails())).not.toMatch(/access-1|refresh-1/);
    expect((await stored(one)).task).toBeUndefined();
  });

  it('is left alone where the coach has connected the account anew', async () => {
    const one = await given({ grant: 3 });
    await revokeConnection(createCore(world.deps), one.id, 'invalid_grant', 2);
    expect(await stored(one)).toMatchObject({ state: 'ok', version: 1 });
  });

  it('is found by a call whose new token is refused as well', async () => {
    const one = await given();
    const tokens: string[] = [];
    world.outbound.reply = ({ url, headers }) => {
      if (url.endsWith('/token')) return json(200, { access_token: 'access-2', expires_in: 3600 });
      tokens.push(headers['authorization']!);
      return json(401, { error: { code: 401, status: 'UNAUTHENTICATED', errors: [{ reason: 'authError' }] } });
    };
    const call = { method: 'GET', url: 'https://www.googleapis.com/calendar/v3/users/me/calendarList' };
    const failure = await failureOf(callApi(createCore(world.deps), one.id, call));
    expect(failure).toMatchObject({ kind: 'revoked', code: 'authError' });
    expect(tokens).toEqual(['Bearer access-1', 'Bearer access-2']);
    expect(await stored(one)).toMatchObject({ state: 'revoked', failure: { code: 'authError' } });
  });

  it('is called again with a renewed token, whose answer counts', async () => {
    const one = await given();
    world.outbound.reply = ({ url, headers, body }) => {
      if (url.endsWith('/token')) return json(200, { access_token: 'access-2', expires_in: 3600 });
      return headers['authorization'] === 'Bearer access-2' ? json(409, { sent: body }) : json(401, {});
    };
    const call = { method: 'POST', url: 'https://api.example/', json: { a: 1 } };
    expect(await callApi(createCore(world.deps), one.id, call)).toMatchObject(json(409, { sent: '{"a":1}' }));
  });
});
