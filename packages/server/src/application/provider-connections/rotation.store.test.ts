import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createGuard } from '../../adapters/outbound/guard.ts';
import { createOutbound, type OpenOutbound } from '../../adapters/outbound/undici-outbound.ts';
import { createProviders } from '../../adapters/providers/provider-sites.ts';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import { CLIENT, startOAuthServer, type OAuthServer } from '../../../test/oauth/oauth-server.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';
import { withFaultPoints } from '../../fault-points.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { accessTokenOf } from './access-token.ts';

const REDIRECT = 'https://book.example/oauth/google/callback';
describe('connections with a certified server of OAuth, whose refresh tokens rotate', () => {
  let store: TestStores;
  let provider: OAuthServer;
  let outbound: OpenOutbound;
  let world: World;
  let coach: string;
  let core: Core;
  const useCases = () => createUseCases(core);

  beforeAll(async () => {
    [store, provider] = [await openTestStores(), await startOAuthServer()];
    provider.register(REDIRECT);
    world = createWorld({ stores: store.stores, mode: 'live', pause: (milliseconds) => pause(milliseconds) });
    coach = (await givenCoach(world)).id;
    const { origin } = provider;
    outbound = createOutbound({ guard: createGuard(), realNow: world.deps.realNow, providerOrigins: [origin] });
    const providers = createProviders({ google: { client: CLIENT, url: origin } });
    const newSecret = () => randomBytes(32).toString('base64url');
    core = createCore({ ...world.deps, outbound, providers, newSecret });
  });
  afterEach(() => void provider.asked.splice(0));
  afterAll(async () => {
    await outbound.close();
    provider.close();
    await store.close();
  });

  const ana = () => world.person({ userId: 'u1', role: 'coach', coachId: coach, sessionId: 's1' });
  const begin = async () => {
    const { data } = await useCases().connectAccount(ana(), { coach, provider: 'google' });
    const { origin, pathname, searchParams } = new URL(data.authorizeUrl);
    expect(origin + pathname).toBe(`${provider.origin}/o/oauth2/v2/auth`);
    return { state: searchParams.get('state')!, challenge: searchParams.get('code_challenge')! };
  };
  const connected = async (): Promise<string> => {
    const { state, challenge } = await begin();
    const code = await provider.code(challenge);
    const { data } = await useCases().addConnectedAccount(ana(), { coach, state, code });
    expect(data).toMatchObject({ account: 'ana@gmail.example', state: 'ok' });
    provider.asked.splice(0);
    return data.id;
  };
  const failureOf = async (asking: Promise<unknown>): Promise<ProviderFailure> => {
    const error: unknown = await asking.catch((thrown: unknown) => thrown);
    if (error instanceof ProviderFailure) return error;
    throw error;
  };
  const expire = () => world.passTime(2 * 3_600_000);

  it('keeps the tokens of a code whose challenge is its own, and of no other', async () => {
    const id = await connected();
    expect(await accessTokenOf(core, id)).toMatch(/^[\w-]{20,}$/);
    const { state } = await begin();
    const code = await provider.code('x'.repeat(43));
    const refused = await refusalOf(useCases().addConnectedAccount(ana(), { coach, state, code }));
    expect(refused).toMatchObject({ code: 'CONNECTION_REFUSED', detail: expect.stringContaining('invalid_grant') });
  });

  it('renews a token once for two processes that need it at once, again and again', async () => {
    const id = await connected();
    const processes = [core, createCore(core)];
    for (let turn = 1; turn <= 3; turn += 1) {
      expire();
      const tokens = await Promise.all(Array.from({ length: 8 }, (_, n) => accessTokenOf(processes[n % 2]!, id)));
      expect(new Set(tokens).size).toBe(1);
      expect(provider.asked).toEqual(Array.from({ length: turn }, () => 'refresh_token'));
    }
  });

  it('loses the grant when a process dies between renewing and writing, and finds that out by one question', async () => {
    const id = await connected();
    expire();
    let writes = 0;
    const dying = withFaultPoints(core, {
      'before providerConnections.replace': () => {
        writes += 1;
        if (writes === 2) throw new Error('killed');
      },
    });
    await expect(accessTokenOf(dying, id)).rejects.toThrow('killed');
    world.passTime(20_000);
    const asking = await Promise.all([1, 2, 3, 4].map(() => failureOf(accessTokenOf(core, id))));
    expect(asking.map(({ kind, code }) => [kind, code])).toEqual(Array(4).fill(['revoked', 'invalid_grant']));
    expect(provider.asked).toEqual(['refresh_token', 'refresh_token']);
    expect(await core.providerConnections.byId(id)).toMatchObject({ state: 'revoked', refreshToken: '' });
    expect(await connected()).toBe(id);
    expect(await accessTokenOf(core, id)).toMatch(/^[\w-]{20,}$/);
  });

  it('is asked once more after a process that died before it asked', async () => {
    const id = await connected();
    expire();
    const dying = withFaultPoints(core, {
      'after providerConnections.replace': () => {
        throw new Error('killed');
      },
    });
    await expect(accessTokenOf(dying, id)).rejects.toThrow('killed');
    world.passTime(20_000);
    expect(await accessTokenOf(core, id)).toMatch(/^[\w-]{20,}$/);
    expect(provider.asked).toEqual(['refresh_token']);
  });

  it('takes the grant back at the provider when it is disconnected', async () => {
    const id = await connected();
    const { refreshToken } = (await core.providerConnections.byId(id))!;
    await useCases().disconnectAccount(ana(), { coach, id });
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const body = new URLSearchParams({ ...form, client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret });
    const answer = await fetch(`${provider.origin}/token`, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
  });
});
