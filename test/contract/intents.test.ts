import * as contract from '@coach-booking/contract/operations';
import { createClient, createIntentBeacon } from '@coach-booking/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import mongoose from 'mongoose';
import { LATER_OPERATIONS } from '../../packages/elements/src/coach-booking/steps/later-calls.ts';
import { fitOrigin, testKey, testSecret } from '../../packages/server/test/http/partners.ts';
import { startApp, type TestApp } from '../../packages/server/test/http/start-app.ts';
import { openTestStores, type TestStores } from '../../packages/server/test/mongo/open-test-stores.ts';
import { createWorld, type World } from '../../packages/server/test/application/world.ts';

const ADDRESS = 'nobody.agreed@example.com';
const NUMBER = '2125550177';

/** The widget's requests over HTTP, and what lies in the store after them, in bytes. */
describe('what a visitor has begun', () => {
  let store: TestStores;
  let world: World;
  let app: TestApp;
  let of: { coachId: string; serviceId: string };
  beforeAll(async () => {
    store = await openTestStores();
    world = createWorld({ stores: store.stores });
    const { tokens, accessTokens, sessions, realNow } = world.deps;
    app = await startApp({ useCases: world.useCases, tokens, accessTokens, sessions, realNow });
    const partnerId = '665f00000000000000000099';
    const server = world.partner();
    const own = { ...server, caller: { ...server.caller, partnerId } };
    const admin = world.person({ userId: 'd'.repeat(24), role: 'admin' });
    await world.useCases.updateMessaging(
      { ...admin, caller: { ...admin.caller, partnerId } },
      { postalAddress: 'Pier 3' },
    );
    const client = createClient({ baseUrl: app.origin, secretKey: testSecret });
    const coach = await client.createCoach({
      name: 'Coach A',
      timeZone: 'UTC',
      services: [{ title: 'Talk', duration: 60 }],
    });
    await world.useCases.updateRecoverySettings(own, { coach: coach.id, capture: true });
    of = { coachId: coach.id, serviceId: coach.services[0]!.id };
    await world.settleDown();
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });

  /** As a page of the partner sends it. */
  const fromPage: typeof globalThis.fetch = (url, init) => {
    const request = new Request(url, init);
    const headers = new Headers(request.headers);
    headers.set('Origin', fitOrigin);
    return fetch(new Request(request, { headers }));
  };
  const aVisitor = () => createClient({ baseUrl: app.origin, publishableKey: testKey, fetch: fromPage });
  const post = async (body: object): Promise<number> => {
    const headers = {
      'Content-Type': 'application/json',
      'X-Publishable-Key': testKey,
      'Idempotency-Key': crypto.randomUUID(),
    };
    const answer = await fromPage(`${app.origin}/v1/intents`, { method: 'POST', headers, body: JSON.stringify(body) });
    await answer.arrayBuffer();
    return answer.status;
  };
  /** Every document of every collection, as it lies there. */
  const bytes = async (): Promise<string> => {
    const names = (await store.connection.db!.listCollections().toArray()).map(({ name }) => name);
    const all = await Promise.all(names.map((name) => store.connection.collection(name).find({}).toArray()));
    return all
      .flat()
      .map((row) => Buffer.from(mongoose.mongo.BSON.serialize(row)).toString('latin1').toLowerCase())
      .join('\n');
  };

  const consent = { text: 'Write to me.', version: '1', channels: ['email'] };
  const contact = { name: 'Nobody Agreed', email: ADDRESS };

  it.each([
    ['without consent', {}],
    ['with no consent', { consent: null }],
    ['with a consent to nothing', { consent: { ...consent, channels: [] } }],
    ['with a consent without its sentence', { consent: { version: '1', channels: ['email'] } }],
    ['with a consent without its version', { consent: { text: 'Write to me.', channels: ['email'] } }],
    ['with a channel without its contact', { consent: { ...consent, channels: ['sms'] } }],
    ['with notes', { consent, notes: 'My knee.' }],
    ['with answers', { consent, answers: { knee: 'yes' } }],
  ])('refuses it %s, and stores and logs nothing of it', async (_, more) => {
    const before = (await bytes()).length;
    expect(await post({ ...of, contact, ...more })).toBe(400);
    const found = await bytes();
    expect(found).not.toContain(ADDRESS);
    expect(found).not.toContain('knee');
    expect(found.length).toBe(before);
    const log = JSON.stringify(app.log).toLowerCase();
    expect(log).not.toContain(ADDRESS);
    expect(log).not.toContain('nobody agreed');
  });

  it('stores it with consent, changes it by beacon and withdraws it, and logs nothing of it', async () => {
    const visitor = aVisitor();
    const asked = { ...contact, phone: `+1${NUMBER}` };
    const { id, token } = await visitor.captureIntent({
      ...of,
      contact: asked,
      consent: { ...consent, channels: ['email', 'sms'] },
    });
    expect(await bytes()).toContain(ADDRESS);
    expect(await bytes()).not.toContain(NUMBER);

    const sent: Promise<Response>[] = [];
    const headers = { 'Content-Type': 'text/plain' };
    const beacon = createIntentBeacon({ baseUrl: app.origin, publishableKey: testKey }, (url, body) => {
      return sent.push(fromPage(url, { method: 'POST', headers, body })) > 0;
    });
    beacon({ id, token, start: '2026-04-21T09:00:00Z' });
    expect((await sent[0]!).status).toBe(200);
    expect((await world.deps.intents.byId(id))?.start).toBe(Date.parse('2026-04-21T09:00:00Z'));

    await expect(visitor.withdrawIntent({ id, intentToken: 'made up' })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
    expect(await visitor.withdrawIntent({ id, intentToken: token })).toEqual({ id, removed: true });
    expect(await bytes()).not.toContain(ADDRESS);
    expect(JSON.stringify(app.log)).not.toMatch(new RegExp(`${ADDRESS}|${NUMBER}|${token}`, 'i'));
  });

  it('lets a page that holds the partner’s key read nothing of it', async () => {
    const visitor = aVisitor();
    const coach = of.coachId;
    await expect(visitor.listAbandonedBookings({ coach })).rejects.toMatchObject({ status: 401 });
    await expect(visitor.getRecoverySettings({ coach })).rejects.toMatchObject({ status: 401 });
  });
});

it.each(Object.entries(LATER_OPERATIONS))('sends %s from the widget as the contract has it', (name, operation) => {
  expect(operation).toEqual(contract[name as keyof typeof LATER_OPERATIONS]);
});
