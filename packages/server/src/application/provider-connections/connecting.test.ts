import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '@coach-booking/time/units';
import { createProviders } from '../../adapters/providers/provider-sites.ts';
import { createWorld, givenCoach, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';
import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { Context } from '../kernel/context.ts';
import { createCore } from '../create-use-cases.ts';
import type { OutboundReply } from '../ports/outbound.ts';
import { endConnectionsOf } from './end-connections-of.ts';
import { returnFromProvider } from './return-from-provider.ts';

const client = { clientId: 'client-1', clientSecret: 'secret-1' };
const PROVIDERS = createProviders({ google: { client }, microsoft: { client }, zoom: { client } });
const SCOPES =
  'openid email https://www.googleapis.com/auth/calendar.events.owned https://www.googleapis.com/auth/calendar.events.freebusy https://www.googleapis.com/auth/calendar.calendarlist.readonly';

let world: World;
let coach: string;
const open = async (mode: 'test' | 'live' = 'live', providers = PROVIDERS) => {
  world = createWorld({ mode, providers });
  coach = (await givenCoach(world)).id;
};
beforeEach(() => open());

const ana = (more: object = {}, overrides: Partial<Context> = {}) =>
  world.person({ userId: 'u1', role: 'coach', coachId: coach, sessionId: 's1', ...more }, overrides);
const begin = async (provider: ConnectedProvider = 'google', context = ana(), returnTo?: string) => {
  const input = { coach, provider, ...(returnTo !== undefined && { returnTo }) };
  const { data } = await world.useCases.connectAccount(context, input);
  return new URL(data.authorizeUrl);
};
const finish = (state: string, code = 'good', context = ana()) =>
  world.useCases.addConnectedAccount(context, { coach, state, code });
const stateOf = (url: URL) => url.searchParams.get('state')!;
const idToken = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
const json = (status: number, body: object): Partial<OutboundReply> => ({ status, text: JSON.stringify(body) });
const gives = (more: object = {}) => {
  world.outbound.reply = () =>
    json(200, {
      access_token: 'access-1',
      refresh_token: 'refresh-1',
      expires_in: 3600,
      scope: SCOPES,
      id_token: idToken({ sub: 'g1', email: 'ana@gmail.example' }),
      ...more,
    });
};
const list = async () => (await world.useCases.listConnectedAccounts(world.partner(), { coach })).data;

describe('connecting an account', () => {
  it('leads to the provider with a state, PKCE and the scopes, and asks for a refresh token', async () => {
    const url = await begin();
    expect(url.origin + url.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: 'https://book.example/oauth/google/callback',
      state: stateOf(url),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      scope: SCOPES,
      access_type: 'offline',
      prompt: 'consent select_account',
    });
    expect([...world.state.connectionAttempts.keys()]).toEqual([
      createHash('sha256').update(stateOf(url)).digest('hex'),
    ]);
  });

  it('keeps the account, and shows it without its tokens', async () => {
    gives();
    const url = await begin();
    const { data } = await finish(stateOf(url));
    expect(data).toMatchObject({ provider: 'google', account: 'ana@gmail.example', state: 'ok', uses: [] });
    expect(await list()).toMatchObject({ accounts: [data] });
    expect(JSON.stringify(await list())).not.toMatch(/access-1|refresh-1|secret-1/);
    const form = new URLSearchParams(world.outbound.calls[0]?.body);
    const challenge = createHash('sha256').update(form.get('code_verifier')!).digest('base64url');
    expect(challenge).toBe(url.searchParams.get('code_challenge'));
    expect(form.get('redirect_uri')).toBe('https://book.example/oauth/google/callback');
  });

  it('renews an account that was connected before, and keeps another one beside it', async () => {
    gives();
    const { data: first } = await finish(stateOf(await begin()));
    world.passTime(MINUTE);
    gives({ access_token: 'access-2' });
    const { data: again } = await finish(stateOf(await begin()));
    expect([again.id, again.createdAt]).toEqual([first.id, first.createdAt]);
    expect(world.state.providerConnections.get(first.id)).toMatchObject({ accessToken: 'access-2', grant: 2 });
    gives({ id_token: idToken({ sub: 'g2', email: 'work@gmail.example' }) });
    await finish(stateOf(await begin()));
    expect((await list()).accounts.map(({ account }) => account)).toEqual(['ana@gmail.example', 'work@gmail.example']);
  });

  it.each([
    ['used before', async (state: string) => void (await finish(state)), () => ana()],
    ['run out', async () => world.passTime(10 * MINUTE), () => ana()],
    ['of another person', async () => undefined, () => ana({ userId: 'u2' })],
    ['of another sign-in of the same person', async () => undefined, () => ana({ sessionId: 's2' })],
  ] as const)('refuses a state that is %s', async (_, before, context) => {
    gives();
    const state = stateOf(await begin());
    await before(state);
    world.outbound.calls.length = 0;
    expect((await refusalOf(finish(state, 'good', context()))).code).toBe('CONNECTION_ATTEMPT_GONE');
    expect(world.outbound.calls).toEqual([]);
  });

  it('refuses a state of another coach, and one that was never made', async () => {
    const { id: other } = await givenCoach(world, { name: 'Coach B' });
    const state = stateOf(await begin());
    const admin = world.person({ userId: 'u1', role: 'admin', sessionId: 's1' });
    const foreign = world.useCases.addConnectedAccount(admin, { coach: other, state, code: 'good' });
    expect((await refusalOf(foreign)).code).toBe('CONNECTION_ATTEMPT_GONE');
    expect((await refusalOf(finish('made-up'))).code).toBe('CONNECTION_ATTEMPT_GONE');
  });

  it('keeps one account when the same answer is sent twice at once', async () => {
    gives();
    const state = stateOf(await begin());
    const sent = await Promise.allSettled([finish(state), finish(state)]);
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(world.outbound.calls).toHaveLength(1);
  });

  it('says what the provider or the person refused', async () => {
    const state = stateOf(await begin());
    const denied = world.useCases.addConnectedAccount(ana(), { coach, state, error: 'access_denied' });
    expect(await refusalOf(denied)).toMatchObject({
      code: 'CONNECTION_REFUSED',
      detail: expect.stringContaining('access_denied'),
    });
    world.outbound.reply = () => json(400, { error: 'invalid_grant' });
    const wrong = await refusalOf(finish(stateOf(await begin())));
    expect(wrong).toMatchObject({ code: 'CONNECTION_REFUSED', detail: expect.stringContaining('invalid_grant') });
    gives({ refresh_token: undefined });
    const short = await refusalOf(finish(stateOf(await begin())));
    expect(short.detail).toContain('NO_REFRESH_TOKEN');
    expect((await list()).accounts).toEqual([]);
  });

  it('takes the grant back where a box was left open, and names what is missing', async () => {
    gives({ scope: 'openid email https://www.googleapis.com/auth/calendar.events.freebusy' });
    expect(await refusalOf(finish(stateOf(await begin())))).toMatchObject({
      code: 'SCOPES_MISSING',
      detail: expect.stringContaining('calendar.events.owned'),
    });
    expect(world.outbound.calls.map(({ url }) => url)).toEqual([
      'https://oauth2.googleapis.com/token',
      'https://oauth2.googleapis.com/revoke',
    ]);
  });

  it('reads scopes of Microsoft without their host, and the account of Zoom by a question', async () => {
    gives({ scope: 'openid Calendars.ReadWrite User.Read' });
    await finish(stateOf(await begin('microsoft')));
    world.outbound.reply = ({ url }) =>
      url.endsWith('/users/me')
        ? json(200, { id: 'z1', email: 'ana@zoom.example' })
        : json(200, { access_token: 'a', refresh_token: 'r', expires_in: 3600, scope: 'meeting:write' });
    await finish(stateOf(await begin('zoom')));
    expect((await list()).accounts.map(({ provider, account }) => [provider, account])).toEqual([
      ['microsoft', 'ana@gmail.example'],
      ['zoom', 'ana@zoom.example'],
    ]);
  });

  it('is for people who are signed in, and writes nothing in a dry run', async () => {
    const asked = world.useCases.connectAccount(world.partner(), { coach, provider: 'google' });
    expect((await refusalOf(asked)).code).toBe('FORBIDDEN');
    await begin('google', ana({}, { dryRun: true }));
    expect(world.state.connectionAttempts.size).toBe(0);
  });

  it('is not offered without a client, nor where an app of Zoom is for all coaches', async () => {
    await open('live', createProviders({ zoom: { client: { ...client, accountId: 'account' } } }));
    expect((await list()).providers).toEqual([
      { provider: 'google', offered: false, forAll: false },
      { provider: 'microsoft', offered: false, forAll: false },
      { provider: 'zoom', offered: false, forAll: true },
    ]);
    expect((await refusalOf(begin('google'))).code).toBe('PROVIDER_NOT_OFFERED');
    expect((await refusalOf(begin('zoom'))).code).toBe('PROVIDER_NOT_OFFERED');
  });
});

describe('the way back from a provider', () => {
  const back = (state: string, more: object = { code: 'c/1 2' }, provider = 'google') =>
    returnFromProvider(createCore(world.deps), { provider, state, ...more });

  it('leads to the page that began, with the answer where no server sees it', async () => {
    await world.deps.partners.insert({
      id: PARTNER,
      slug: 'fit',
      name: 'Fit',
      allowedOrigins: ['https://fit.example'],
      hosts: ['book.fit.example'],
      keys: [],
      branding: {},
      limits: {},
      version: 1,
    });
    const own = stateOf(await begin());
    expect(await back(own)).toBe(`https://book.fit.example/desk/settings/connections#state=${own}&code=c%2F1+2`);
    const site = stateOf(await begin('google', ana(), 'https://fit.example/me?tab=2#old'));
    expect(await back(site, { error: 'access_denied' })).toBe(
      `https://fit.example/me?tab=2#state=${site}&error=access_denied`,
    );
    for (const page of ['https://evil.example/', 'https://fit.example@evil.example/', 'javascript:alert(1)', 'no'])
      expect((await refusalOf(begin('google', ana(), page))).code).toBe('INVALID_REQUEST');
  });

  it('ends for a state that is unknown, of another provider, used or run out', async () => {
    gives();
    const state = stateOf(await begin());
    expect(await back('made-up')).toBeNull();
    expect(await back(state, {}, 'zoom')).toBeNull();
    expect(await back(state)).toContain('#state=');
    await finish(state);
    expect(await back(state)).toBeNull();
    const late = stateOf(await begin());
    world.passTime(10 * MINUTE);
    expect(await back(late)).toBeNull();
  });
});

describe('R11 an account of mode test', () => {
  it('is made up, by an address that leads straight back, and calls nobody', async () => {
    await open('test', createProviders());
    const url = await begin('microsoft');
    expect(url.origin + url.pathname).toBe('https://book.example/oauth/microsoft/callback');
    const { data } = await finish(stateOf(url), url.searchParams.get('code')!);
    expect(data).toMatchObject({ account: 'test@microsoft.example', state: 'ok' });
    await finish(stateOf(await begin('microsoft')), 'test-work');
    expect((await refusalOf(finish(stateOf(await begin('microsoft')), 'real'))).code).toBe('CONNECTION_REFUSED');
    const { data: tested } = await world.useCases.testConnectedAccount(world.partner(), { coach, id: data.id });
    expect(tested).toEqual(data);
    await world.useCases.disconnectAccount(world.partner(), { coach, id: data.id });
    expect((await list()).accounts.map(({ account }) => account)).toEqual(['test-work@microsoft.example']);
    expect(world.outbound.calls).toEqual([]);
  });
});

describe('connecting an account again', () => {
  it('tries at once what had failed for want of it', async () => {
    await open('test', createProviders());
    const mark = {
      partnerId: PARTNER,
      mode: 'test',
      kind: 'video',
      coachId: coach,
      account: {},
      wantedVersion: 1,
    } as const;
    const failed = async (id: string, provider: 'zoom' | 'google_meet') => {
      const { externalRecords } = world.deps;
      await externalRecords.mark({ ...mark, id, bookingId: id, provider, at: NOW });
      const record = (await externalRecords.byId(mark, id))!;
      await externalRecords.replace({ ...record, state: 'failed', attempts: 3, dueAt: null }, record.version);
    };
    await failed('a'.repeat(24), 'google_meet');
    await failed('b'.repeat(24), 'zoom');
    const url = await begin('google');
    await finish(stateOf(url), url.searchParams.get('code')!);
    const dueOf = async (id: string) => (await world.deps.externalRecords.byId(mark, id))!.dueAt;
    expect([await dueOf('a'.repeat(24)), await dueOf('b'.repeat(24))]).toEqual([NOW, null]);
  });
});

describe('a connected account', () => {
  const connected = async () => {
    gives();
    const { data } = await finish(stateOf(await begin()));
    world.outbound.calls.length = 0;
    return data.id;
  };

  it('is tested by a question to the provider, whose answer it shows until the next one', async () => {
    const id = await connected();
    const test = async () => (await world.useCases.testConnectedAccount(world.partner(), { coach, id })).data;
    world.outbound.reply = () => json(403, { error: { code: 403, errors: [{ reason: 'accessNotConfigured' }] } });
    expect(await test()).toMatchObject({ state: 'ok', lastError: { code: 'accessNotConfigured' } });
    world.outbound.reply = () => 'ECONNREFUSED';
    expect(await test()).toMatchObject({ state: 'ok', lastError: { code: 'ECONNREFUSED' } });
    world.outbound.reply = () => json(200, {});
    expect((await test()).lastError).toBeUndefined();
    world.outbound.reply = ({ url }) =>
      url.endsWith('/token') ? json(400, { error: 'invalid_grant' }) : json(401, {});
    expect(await test()).toMatchObject({ state: 'revoked', lastError: { code: 'invalid_grant' } });
    expect(await test()).toMatchObject({ state: 'revoked' });
  });

  it('is taken back at the provider when it is disconnected, and forgotten whatever that answers', async () => {
    const id = await connected();
    await world.useCases.disconnectAccount(world.partner({ dryRun: true }), { coach, id });
    expect((await list()).accounts).toHaveLength(1);
    world.outbound.reply = () => 'TIMEOUT';
    const { data } = await world.useCases.disconnectAccount(world.partner(), { coach, id });
    expect(data).toEqual({ id, removed: true });
    expect(world.outbound.calls).toMatchObject([{ url: 'https://oauth2.googleapis.com/revoke' }]);
    expect(new URLSearchParams(world.outbound.calls[0]?.body).get('token')).toBe('refresh-1');
    const again = world.useCases.disconnectAccount(world.partner(), { coach, id });
    expect((await refusalOf(again)).code).toBe('CONNECTED_ACCOUNT_NOT_FOUND');
  });

  it('belongs to one coach', async () => {
    const id = await connected();
    const { id: other } = await givenCoach(world, { name: 'Coach B' });
    const foreign = world.useCases.testConnectedAccount(world.partner(), { coach: other, id });
    expect((await refusalOf(foreign)).code).toBe('CONNECTED_ACCOUNT_NOT_FOUND');
  });

  it('goes with the person who made it, and with the coach', async () => {
    await connected();
    const core = createCore(world.deps);
    const scope = { partnerId: PARTNER, mode: 'live' } as const;
    await endConnectionsOf(core, scope, coach, 'u2');
    expect((await list()).accounts).toHaveLength(1);
    await endConnectionsOf(core, scope, coach, 'u1');
    expect((await list()).accounts).toEqual([]);
    await connected();
    await endConnectionsOf(core, scope, coach);
    expect(world.state.providerConnections.size).toBe(0);
  });
});
