import { createHmac } from 'node:crypto';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import { createWorld, givenCoach, PARTNER, type World } from '../../../test/application/world.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { anId } from '../../../test/stores/fixtures.ts';
import { aConnection, anIntegration } from '../../../test/stores/provider-connections-suite.ts';
import { createCore } from '../../application/create-use-cases.ts';
import { subjectKeyOf } from '../../application/provider-connections/account-of-tokens.ts';
import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import { createProviders } from '../providers/provider-sites.ts';
import { zoomHook } from './zoom-hook.ts';

const SECRET = 'zoom-secret-token';
const USER = 'z9jkdsfsdfjhdkfjQ';
const APP = 'app-of-the-partner';
const providers = createProviders({
  zoom: { client: { clientId: 'app-of-the-server', clientSecret: 's', webhookSecret: SECRET } },
});

let world: World;
let app: TestApp;
let coachId: string;
beforeEach(async () => {
  world = createWorld({ mode: 'live', providers });
  coachId = (await givenCoach(world)).id;
  const account = { name: 'Ana', email: 'ana@fit.example', role: 'coach', coachId } as const;
  await world.useCases.createUser(world.partner(), account);
  await world.drain();
  const integration = anIntegration({ partnerId: PARTNER, provider: 'zoom', clientId: APP, webhookSecret: SECRET });
  await world.deps.integrations.replace(integration, 0);
  const hosted = express.Router();
  hosted.use(zoomHook(createCore(world.deps)));
  app = await startApp({ hosted });
});
afterEach(() => app.close());

const connected = async (more: Partial<ProviderConnection> = {}) => {
  const {
    failure: _failure,
    task: _task,
    ...made
  } = aConnection({
    ...{ partnerId: PARTNER, coachId, provider: 'zoom', clientId: APP, refreshingUntil: null },
    ...{ subjectKey: subjectKeyOf('zoom', USER), connectedAt: world.deps.realNow() },
    ...more,
  });
  await world.deps.providerConnections.insert(made);
  return made;
};
const stateOf = async ({ id }: ProviderConnection) => {
  const { state, failure } = (await world.deps.providerConnections.byId(id))!;
  return [state, failure?.code];
};
const payload = (more: object = {}) => ({
  ...{ account_id: 'EabCDEFghiLHMA', user_id: USER, signature: 'x', client_id: APP },
  deauthorization_time: new Date(plus(world.deps.realNow(), MINUTE)).toISOString(),
  ...more,
});
/** Sends the report as Zoom signs it, and returns the status. */
const send = async (given: { payload?: object; path?: string; secret?: string } = {}) => {
  const { path = `/hooks/zoom/${PARTNER}-live`, secret = SECRET } = given;
  const timestamp = Math.floor(world.deps.realNow() / SECOND);
  const body = JSON.stringify({ event: 'app_deauthorized', event_ts: 1, payload: given.payload ?? payload() });
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-zm-request-timestamp': String(timestamp),
    'x-zm-signature': `v0=${hash}`,
  };
  return (await fetch(app.origin + path, { method: 'POST', headers, body })).status;
};
const mails = async () => {
  await world.drain();
  return world.sent.filter(({ kind }) => kind === 'connection_revoked');
};
const outcomes = () => world.deauthorizedApps.map(({ outcome }) => outcome);

describe('the removal of the app in an account at Zoom', () => {
  it('revokes what the person had connected, with one mail and a way back, however often it is reported', async () => {
    const one = await connected();
    expect(await Promise.all([send(), send(), send()])).toEqual([200, 200, 200]);
    expect(await send()).toBe(200);
    expect(await stateOf(one)).toEqual(['revoked', 'app_deauthorized']);
    expect(await world.deps.providerConnections.byId(one.id)).toMatchObject({ accessToken: '', refreshToken: '' });
    const sent = await mails();
    expect(sent).toMatchObject([{ to: 'ana@fit.example' }]);
    expect(sent[0]?.text).toContain('https://book.example/desk/settings/connections');
    expect(outcomes().at(-1)).toBe('repeated');
  });

  it('leaves alone an account that was connected anew since', async () => {
    const one = await connected({ connectedAt: plus(world.deps.realNow(), HOUR) });
    expect(await send()).toBe(200);
    expect(await stateOf(one)).toEqual(['ok', undefined]);
    expect([await mails(), outcomes()]).toEqual([[], ['repeated']]);
  });

  it('is acknowledged and counted where the person has connected nothing', async () => {
    const others = [
      await connected({ subjectKey: subjectKeyOf('zoom', 'another') }),
      await connected({ provider: 'google', subjectKey: subjectKeyOf('google', USER) }),
      await connected({ clientId: 'another app' }),
      await connected({ mode: 'test' }),
      await connected({ partnerId: anId() }),
    ];
    expect(await send()).toBe(200);
    expect(outcomes()).toEqual(['unknown']);
    for (const other of others) expect(await stateOf(other)).toEqual(['ok', undefined]);
  });

  it('reaches what was connected by the app of the server with all partners', async () => {
    const clientId = 'app-of-the-server';
    const both = [await connected({ clientId }), await connected({ clientId, partnerId: anId(), coachId: anId() })];
    expect(await send({ path: '/hooks/zoom/server' })).toBe(200);
    for (const one of both) expect((await stateOf(one))[0]).toBe('revoked');
    expect(outcomes()).toEqual(['revoked']);
  });

  it('changes nothing when it is not signed, and when it names no person', async () => {
    const one = await connected();
    expect(await send({ secret: 'another' })).toBe(401);
    expect(await send({ payload: payload({ user_id: '' }) })).toBe(200);
    expect(await stateOf(one)).toEqual(['ok', undefined]);
    expect(outcomes()).toEqual([]);
  });
});
