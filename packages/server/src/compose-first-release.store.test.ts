import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStores, type TestStores } from '../test/mongo/open-test-stores.ts';
import { migrationsWith } from './adapters/mongo/migrations/index.ts';
import { composeKeys } from './compose-keys.ts';
import { composeMigrate } from './compose-migrate.ts';
import { composeServer, type RunningServer } from './compose.ts';
import { readConfig } from './config.ts';

const fixture = (name: string) =>
  readFile(fileURLToPath(new URL(`../../../test/fixtures/first-release/${name}`, import.meta.url)));

interface Names {
  readonly coachId: string;
  readonly serviceId: string;
  readonly bookings: Readonly<Record<string, string>>;
  readonly person: { readonly email: string; readonly password: string };
  readonly manageToken: string;
}

type Row = mongoose.mongo.Document & { readonly _id: string };

/** S16, R31: what a server of the first release has stored, under the server of today. */
describe('a database of the first release', () => {
  let store: TestStores;
  let server: RunningServer;
  let names: Names;
  const config = () =>
    readConfig({
      MONGODB_URI: store.uri,
      SIGNING_SECRET: 'a secret of the tests, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
      DEMO: '0',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: '/nowhere',
    });
  beforeAll(async () => {
    store = await openTestStores();
    await store.connection.dropDatabase();
    const text = gunzipSync(await fixture('store.ejson.gz')).toString();
    const collections = mongoose.mongo.BSON.EJSON.parse(text, { relaxed: false }) as Record<string, Row[]>;
    for (const [name, rows] of Object.entries(collections))
      await store.connection.collection<Row>(name).insertMany(rows);
    // As that release made it at its start: of the fixture only documents are kept.
    await store.connection.collection('leads').createIndex({ partnerId: 1, mode: 1, emailKey: 1 }, { unique: true });
    names = JSON.parse((await fixture('names.json')).toString()) as Names;
    server = await composeServer(config());
  });
  afterAll(async () => {
    await server?.stop();
    await store.close();
  });

  const ask = async (method: string, path: string, body?: object, token = 'sk_test_demo') => {
    const answer = await fetch(`${server.url}/v1${path}`, {
      method,
      headers: {
        ...(token === names.manageToken ? { 'X-Booking-Token': token } : { Authorization: `Bearer ${token}` }),
        'Content-Type': 'application/json',
        'X-Test-Now': '2026-12-01T09:00:00Z',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return {
      status: answer.status,
      ...((await answer.json()) as { data: Record<string, unknown>; meta?: Record<string, unknown> }),
    };
  };
  const everything = () => ask('GET', `/bookings?from=2026-11-01&to=2026-12-31&limit=100`);
  const known = async () => migrationsWith(await composeKeys(config())).length;
  const version = () =>
    store.connection
      .collection<{ _id: string; version: number; expandedTo: number }>('schema')
      .findOne({ _id: 'version' });

  it('has its old rows in the present form before the first request', async () => {
    expect(await version()).toMatchObject({ version: 0, expandedTo: await known() });
    expect(await store.connection.collection('users').countDocuments({ nameKey: { $exists: false } })).toBe(0);
    expect(await store.connection.collection('leads').countDocuments({ coachIds: { $exists: false } })).toBe(0);
    const { data } = await ask('GET', '/users?q=chris');
    expect(data).toEqual([expect.objectContaining({ email: names.person.email })]);
  });

  it('R6 tells people of what is done from now on, and of nothing that release did', async () => {
    const { data } = await ask('POST', '/test/run-due', {});
    expect(data).toEqual({ messages: [], webhooks: 0, calendars: 0, records: 0, more: false });
    const { coachId, serviceId } = names;
    const attendee = { name: 'Told', email: 'told@fixture.example' };
    const booked = await ask('POST', '/bookings', { coachId, serviceId, start: '2026-12-21T10:00:00Z', attendee });
    expect(booked.status).toBe(201);
    const { messages } = (await ask('POST', '/test/run-due', {})).data as { messages: { bookingId: string }[] };
    expect(new Set(messages.map(({ bookingId }) => bookingId))).toEqual(new Set([booked.data['id']]));
  });

  it('lists its bookings, in every state', async () => {
    const { status, data } = await everything();
    expect(status).toBe(200);
    const found = new Map(
      (data as unknown as { id: string; status: string }[]).map((booking) => [booking.id, booking.status]),
    );
    for (const state of ['pending', 'in_progress', 'completed', 'no_show', 'cancelled'])
      expect(found.get(names.bookings[state]!)).toBe(state);
    expect((await ask('GET', `/bookings/${names.bookings['timeless']!}`)).status).toBe(200);
  });

  it('shows a booking with its notes and answers to the holder of its link', async () => {
    const { status, data } = await ask('GET', `/bookings/${names.bookings['pending']!}`, undefined, names.manageToken);
    expect([status, data['notes'], data['answers']]).toEqual([200, 'A bad knee', { Injuries: 'slipped disc' }]);
  });

  it('accepts bookings at free times, and none at taken ones', async () => {
    const { coachId, serviceId } = names;
    const attendee = { name: 'New', email: 'new@fixture.example' };
    const at = (start: string) => ask('POST', '/bookings', { coachId, serviceId, start, attendee });
    expect((await at('2026-12-07T09:00:00Z')).status).toBe(409);
    expect((await at('2026-12-16T10:00:00Z')).status).toBe(201);
  });

  /** Books for a guest who came without an e-mail, at an hour of one day. */
  const walkIn = async (time: string) => {
    const { coachId, serviceId } = names;
    const start = `2026-12-18T${time}:00Z`;
    return ask('POST', '/bookings', { coachId, serviceId, start, attendee: { name: 'Walker' }, override: true });
  };
  const leadIdOf = ({ data }: Awaited<ReturnType<typeof walkIn>>) => (data['attendee'] as { id: string }).id;
  const withoutAddress = () => store.connection.collection('leads').countDocuments({ emailKey: { $exists: false } });

  it('R18 takes people without an e-mail, each a lead of their own, while older processes may run', async () => {
    const booked = [await walkIn('01:00'), await walkIn('03:00')];
    expect(booked.map(({ status }) => status)).toEqual([201, 201]);
    expect(booked[0]!.data['attendee']).not.toHaveProperty('email');
    expect(new Set(booked.map(leadIdOf)).size).toBe(2);
    expect(await withoutAddress()).toBe(0);
  });

  it('lets a booking be moved, confirmed and cancelled', async () => {
    const { scheduled, pending, moved } = names.bookings;
    expect((await ask('POST', `/bookings/${scheduled!}/reschedule`, { start: '2026-12-17T10:00:00Z' })).status).toBe(
      200,
    );
    expect((await ask('POST', `/bookings/${pending!}/confirm`, {})).status).toBe(200);
    expect((await ask('POST', `/bookings/${moved!}/cancel`, {})).data['status']).toBe('cancelled');
  });

  it('lets its people sign in and find their profile and bookings', async () => {
    const { data } = await ask('POST', '/auth/login', names.person);
    const token = data['accessToken'] as string;
    expect((await ask('GET', '/me/profile', undefined, token)).data['healthComplications']).toEqual(['epilepsy']);
    const { data: mine } = await ask('GET', '/me/bookings', undefined, token);
    expect(mine).toEqual([expect.objectContaining({ id: names.bookings['ofClient'] })]);
  });

  /** Returns those of the words that are readable in the stored documents. */
  const readable = async (words: readonly string[]) => {
    const { db } = store.connection;
    const names = (await db!.listCollections().toArray()).map(({ name }) => name);
    const all = JSON.stringify(await Promise.all(names.map((name) => db!.collection(name).find({}).toArray())));
    return words.filter((word) => all.includes(word));
  };

  /** The `_id`s of slugs, and by what slug the coach of the fixture is found by a test key. */
  const slugIds = async () =>
    (await store.connection.collection<Row>('slugs').find({}).toArray()).map(({ _id }) => _id);
  const slugsOfCoaches = async () =>
    ((await ask('GET', '/coaches?limit=100')).data as unknown as { slug: string }[]).map(({ slug }) => slug);
  const idsBySlug = async () =>
    Promise.all((await slugsOfCoaches()).map(async (slug) => (await ask('GET', `/coaches/${slug}`)).data['id']));

  it('S26 serves test coaches at their slugs and pages, before the upgrade is finished too', async () => {
    expect(await slugIds()).toEqual(expect.arrayContaining(await slugsOfCoaches()));
    expect(await idsBySlug()).toContain(names.coachId);
    for (const slug of await slugsOfCoaches()) expect((await fetch(`${server.url}/book/${slug}`)).status).toBe(200);
    // What an older process would find and keep free.
    const { status, data } = await ask('POST', '/coaches', { name: 'New Coach', timeZone: 'UTC' });
    expect([status, data['slug']]).toEqual([201, 'new-coach']);
    expect(await slugIds()).toContain('new-coach');
  });

  it('finishes the upgrade when the last older process is gone, and reads the same then, with S4 sealed text', async () => {
    const words = ['A bad knee', 'slipped disc', 'epilepsy'];
    expect(await readable(words)).toEqual(words);
    const before = await everything();
    const ids = await idsBySlug();
    await composeMigrate(config(), { finish: true });
    expect(await readable(words)).toEqual([]);
    expect(await version()).toMatchObject({ version: await known() });
    expect(await everything()).toEqual(before);
    await server.stop();
    server = await composeServer(config());
    expect(await everything()).toEqual(before);
    // S26: test slugs are of their partner alone, and lead where they led.
    expect(await idsBySlug()).toEqual(ids);
    expect((await slugIds()).toSorted()).toEqual(
      (await slugsOfCoaches()).map((slug) => `test:de0000000000000000000001:${slug}`).toSorted(),
    );
    expect((await ask('POST', '/coaches', { name: 'Other', slug: 'new-coach', timeZone: 'UTC' })).status).toBe(409);
    // R18: the index that required an e-mail is gone, and so is what stood in for one.
    expect([(await walkIn('20:00')).status, (await walkIn('22:00')).status]).toEqual([201, 201]);
    expect(await withoutAddress()).toBe(4);
  });
});
