import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongoDB, type EmbeddedMongoDB } from '@coach-booking/embedded-mongodb';
import { mongo, type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANAS_PASSWORD, givenAnaEverywhere, type AnaEverywhere } from '../../../../test/application/ana-everywhere.ts';
import { createWorld, PARTNER, type World } from '../../../../test/application/world.ts';
import { openStore, type OpenStore } from '../connection/open-store.ts';
import { openTestStores } from '../../../../test/mongo/open-test-stores.ts';
import { createMongoPartners } from '../partners/partners.ts';
import { fieldsOf, sealedCollections, type SealedFields } from './sealed-fields.ts';
import { isSealed, SealedValueError } from './sealed-value.ts';
import {
  aConnection,
  anAttempt,
  anIntegration,
  aServerToken,
} from '../../../../test/stores/provider-connections-suite.ts';
import { anAbandoned } from '../../../../test/stores/intents-suite.ts';
import { aRecord } from '../../../../test/stores/external-records-suite.ts';
import { testKeys } from '../../../../test/sealing/test-keys.ts';

/** Stands in every free text and in nothing else; what is searched and sorted by has none of it. */
const WORD = 'secretly';

/** Everything that people can write, written by the operations of the product. */
const givenEverything = async (world: World): Promise<AnaEverywhere> => {
  const ana = await givenAnaEverywhere(world);
  const { useCases } = world;
  const now = world.deps.realNow();
  const attendee = { leadId: ana.leadId };
  const of = { coachId: ana.coachId, start: '2026-04-21T12:00:00Z', duration: 60 };
  const video = { provider: 'fixed', url: 'https://meet.example/secretly' } as const;
  const service = { coach: ana.coachId, title: 'Call', duration: 60, video };
  const { data: call } = await useCases.createService(ana.coach, service);
  const later = { ...of, start: '2026-04-22T12:00:00Z', serviceId: call.id };
  await useCases.createBooking(ana.coach, { ...later, ...attendee });
  const made = { provider: 'zoom', fallback: video } as const;
  const { data: meet } = await useCases.createService(ana.coach, { ...service, title: 'Meet', video: made });
  const last = { ...of, start: '2026-04-23T12:00:00Z', serviceId: meet.id };
  const { data: met } = await useCases.createBooking(ana.coach, { ...last, ...attendee });
  const opens = { joinUrl: 'https://zoom.example/secretly', password: 'secretly' };
  const name = { id: met.id, partnerId: PARTNER, mode: 'test' } as const;
  await world.deps.bookings.setMeeting(name, { state: 'ready', ...opens, revision: 1 });
  const record = aRecord({ ...name, object: { id: '1', details: opens }, version: 1 });
  await world.deps.externalRecords.mark({ ...record, at: now });
  const old = { ...record.left[0]!, object: { id: '2', details: opens } };
  await world.deps.externalRecords.replace({ ...record, left: [old] }, 1);
  const at = { locationKind: 'in_person', place: { address: 'Secretly at home' } } as const;
  const words = { summary: 'Secretly a check', notes: 'Secretly weak.' };
  await useCases.createBooking(ana.coach, { ...of, ...at, ...attendee, ...words });
  const away = { coach: ana.coachId, start: '2026-05-04T08:00:00Z', end: '2026-05-05T08:00:00Z' };
  await useCases.addTimeOff(ana.coach, { ...away, reason: 'Secretly in hospital', title: 'Secretly operated' });
  const address = 'https://calendar.example/secretly.ics';
  const calendar = { coach: ana.coachId, name: 'Secretly away', url: address };
  const { data: outside } = await useCases.createExternalCalendar(ana.coach, calendar);
  await useCases.answerTestCalendar(world.partner(), { id: outside.id, body: 'SUMMARY:Secretly at the dentist' });
  const { answer: _answer, ...source } = (await world.deps.calendarSources.ofCoach(ana.coachId))[0]!;
  const calendars = [{ id: 'https://caldav.example/secretly/', name: 'Secretly' }];
  const syncTokens = [{ calendarId: calendars[0]!.id, token: 'secretly' }];
  const caldav = { kind: 'caldav', server: 'https://caldav.example/', user: 'secretly', password: 'secretly' } as const;
  const written = { calendars, syncTokens, writesTo: calendars[0]!.id };
  await world.deps.calendarSources.insert({ ...source, ...caldav, ...written, id: 'e'.repeat(24) });
  const tokens = { accessToken: 'secretly', refreshToken: 'secretly', account: 'secretly' };
  await world.deps.providerConnections.insert(aConnection(tokens));
  await world.deps.connectionAttempts.insert(anAttempt({ verifier: 'secretly' }));
  await world.deps.integrations.replace(anIntegration({ clientSecret: 'secretly', webhookSecret: 'secretly' }), 0);
  await world.deps.serverTokens.replace(aServerToken({ token: 'secretly' }), 0);
  const key = { kind: 'reminder', channel: 'email', audience: 'attendee', language: 'en' } as const;
  const text = { subject: 'Secretly yours', body: 'Ring secretly. {{ manage_link }}' };
  await useCases.setCoachTemplate(ana.coach, { coach: ana.coachId, ...key, ...text });
  await useCases.enrolSecondFactor(ana.ana, { password: ANAS_PASSWORD });
  const admin = world.person({ userId: 'd'.repeat(24), role: 'admin' });
  const account = { provider: 'twilio', accountSid: `AC${'0'.repeat(32)}`, from: '+15005550006' } as const;
  await world.deps.optOuts.add({ partnerId: PARTNER, mode: 'test' }, { channel: 'sms', address: '+1' }, 'all', now);
  await useCases.updateMessaging(admin, { sms: { ...account, authToken: 'secretly' } });
  await useCases.getPushKey(ana.ana, {});
  const recovery = { messageType: 'email', by: 'coach', customMessage: 'Secretly missed' } as const;
  const contact = { name: 'Secretly Ana', email: 'secretly@example.com' };
  const left = anAbandoned({ contact, utm: { source: 'secretly' }, attempts: [{ ...recovery, at: now }] });
  await world.deps.intents.insert(left);
  const turn = { partnerId: PARTNER, mode: 'test', id: 'f'.repeat(24), intentId: left.id, number: 1, at: now } as const;
  await world.deps.recoveryTurns.take({ ...turn, asked: recovery }, now, now);
  await world.deps.clientNotes.insert({
    ...{ partnerId: PARTNER, mode: 'test', coachId: ana.coachId, clientId: 'c'.repeat(24) },
    ...{ text: 'Secretly afraid.', version: 1, updatedAt: now },
  });
  await world.settleDown();
  return ana;
};

/** All that lies in each collection, as it lies there. */
const everything = async (connection: Connection): Promise<ReadonlyMap<string, readonly mongo.Document[]>> => {
  const names = (await connection.db!.listCollections().toArray()).map(({ name }) => name);
  const found = await Promise.all(names.map((name) => connection.collection(name).find({}).toArray()));
  return new Map(names.map((name, n) => [name, found[n]!]));
};

/** The values at the end of a path, through lists. */
const valuesAt = (value: unknown, [name, ...rest]: readonly string[]): unknown[] => {
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, [name, ...rest]));
  const inner = (value as Record<string, unknown> | undefined)?.[name];
  return inner === undefined ? [] : valuesAt(inner, rest);
};

/** In one form of bytes, where a word shows wherever it stands. */
const bytesOf = (rows: readonly mongo.Document[]): string =>
  rows.map((row) => Buffer.from(mongo.BSON.serialize(row)).toString('latin1').toLowerCase()).join('\n');

describe('S4 R23 a dump of the store', () => {
  let store: OpenStore;
  let world: World;
  let ana: AnaEverywhere;
  beforeAll(async () => {
    store = await openTestStores();
    world = createWorld({ stores: store.stores });
    const partners = await createMongoPartners(store.connection, store.sealing);
    const videoFallback = { provider: 'fixed', url: 'https://meet.example/secretly' } as const;
    const partner = { id: PARTNER, slug: 'fit', name: 'Fit', allowedOrigins: [], hosts: [], keys: [], limits: {} };
    await partners.insert({ ...partner, branding: {}, videoFallback, version: 1 });
    ana = await givenEverything(world);
  });
  afterAll(() => store.close());

  it('shows nothing of what people wrote, in any collection', async () => {
    const all = await everything(store.connection);
    const readable = [...all].filter(([, rows]) => bytesOf(rows).includes(WORD)).map(([name]) => name);
    // The keys of requests are the caller's own words, and what they are found by.
    expect(readable).toEqual(['idempotency']);
    const withoutKeys = all.get('idempotency')!.map(({ key: _key, ...row }) => row);
    expect(bytesOf(withoutKeys)).not.toContain(WORD);
    expect(bytesOf(all.get('leads')!)).toContain('ana@example.com');
  });

  it('contains each field of the list, sealed wherever it has a value', async () => {
    const all = await everything(store.connection);
    for (const collection of sealedCollections) {
      const { each = [], together, digests = [] }: SealedFields = fieldsOf(collection);
      for (const field of [...each, ...(together ? [together.as] : [])]) {
        const values = all.get(collection)!.flatMap((row) => valuesAt(row, field.split('.')));
        const stored = values.filter((value) => value !== '' && value !== null);
        expect(stored.length, `${collection} ${field}`).toBeGreaterThan(0);
        expect(stored.every(isSealed), `${collection} ${field}`).toBe(true);
      }
      for (const field of digests)
        expect(all.get(collection)!.every((row) => /^[0-9a-f]{8}\.[\w-]{43}$/.test(row[field] as string))).toBe(true);
    }
  });

  it('reads through the product what was written', async () => {
    const { data } = await world.useCases.listCoachBookings(ana.coach, { coach: ana.coachId });
    expect(data.filter(({ notes }) => notes?.includes('Secretly')).length).toBeGreaterThan(2);
    expect(data.map(({ summary }) => summary)).toContain('Secretly a check');
    const { data: away } = await world.useCases.listTimeOff(ana.coach, { coach: ana.coachId });
    expect(away.map(({ reason }) => reason)).toEqual(['Secretly in hospital']);
    const { data: progress } = await world.useCases.listMyProgress(ana.ana, {
      from: '2026-04-13',
      to: '2026-04-13',
      metric: 'weight',
    });
    expect(progress.days).toMatchObject([{ entries: [{ metric: 'weight', value: 64.5, notes: 'secretly' }] }]);
  });

  describe('with a value moved elsewhere', () => {
    const rows = () => store.connection.collection<{ _id: string; partnerId: string; notes: unknown }>('bookings');
    const [one, two] = [0, 2];
    const id = (n: number) => ana.bookingIds[n]!;
    const kept = async (changed: object, look: () => Promise<unknown>) => {
      const before = (await rows().findOne({ _id: id(two) }))!;
      await rows().updateOne({ _id: id(two) }, { $set: changed });
      const outcome = await look().catch((error: unknown) => error);
      await rows().replaceOne({ _id: id(two) }, before);
      return outcome;
    };
    const read = () => store.stores.bookings.find(id(two));

    it('opens it neither in another document nor in another field nor of another partner', async () => {
      const other = (await rows().findOne({ _id: id(one) }))!;
      const own = (await rows().findOne({ _id: id(two) }))!;
      for (const changed of [{ notes: other.notes }, { summary: own.notes }, { partnerId: 'b'.repeat(24) }]) {
        const outcome = await kept(changed, read);
        expect(outcome).toBeInstanceOf(SealedValueError);
        expect(outcome).toMatchObject({ code: 'SEALED_VALUE_UNREADABLE' });
        expect((outcome as Error).message.toLowerCase()).not.toContain(WORD);
      }
      expect(await read()).toMatchObject({ notes: 'Secretly keen.', partnerId: PARTNER });
    });

    it('returns no text of which one bit was changed', async () => {
      const { notes } = (await rows().findOne({ _id: id(two) })) as unknown as { notes: mongo.Binary };
      const bytes = Buffer.from(notes.value());
      bytes[bytes.length - 1]! ^= 1;
      expect(await kept({ notes: new mongo.Binary(bytes, notes.sub_type) }, read)).toBeInstanceOf(SealedValueError);
    });
  });
});

describe.skipIf(process.env.TEST_MONGODB_URI)('S4 the data files of the embedded store', () => {
  let dataDir: string;
  let embedded: EmbeddedMongoDB;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'nothing-readable-'));
    embedded = await startEmbeddedMongoDB({ dataDir });
    const store = await openStore(embedded.uri, { keys: testKeys() });
    await givenEverything(createWorld({ stores: store.stores }));
    await store.close();
    await embedded.stop();
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('shows names in the bytes of data files, and nothing of what people wrote', async () => {
    const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const bytes = (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1'))))
      .join('\n')
      .toLowerCase();
    expect(files.map(({ name }) => name)).toContain('data.mdb');
    expect(bytes).toContain('ana@example.com');
    // The key of a request is the caller's own words.
    expect(bytes.replaceAll('secretly mine', '')).not.toContain(WORD);
  });
});
