import type { mongo } from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plus, systemNow } from '@coach-booking/time/instant';
import type { Booking } from '../../../domain/booking/booking.ts';
import { emptyProfile } from '../../../domain/client/profile.ts';
import { aBooking, aHead, anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { anOwnTemplate } from '../../../../test/stores/message-templates-suite.ts';
import { someMessaging } from '../../../../test/stores/messaging-suite.ts';
import { aFeed } from '../../../../test/stores/calendar-feeds-suite.ts';
import { aSubscription } from '../../../../test/stores/push-subscriptions-suite.ts';
import { aTestMessage } from '../../../../test/stores/test-messages-suite.ts';
import { aWebhookDelivery } from '../../../../test/application/a-webhook-delivery.ts';
import {
  aConnection,
  anAttempt,
  anIntegration,
  aServerToken,
} from '../../../../test/stores/provider-connections-suite.ts';
import { anAbandoned } from '../../../../test/stores/intents-suite.ts';
import { aReport } from '../../../../test/stores/meeting-reports-suite.ts';
import { aSource } from '../../../../test/stores/calendar-sources-suite.ts';
import { aRecord } from '../../../../test/stores/external-records-suite.ts';
import { anEndpoint } from '../../../../test/stores/webhooks-suite.ts';
import { openTestStore, type TestStore } from '../../../../test/limits/open-connection.ts';
import { openStore, type OpenStore } from '../connection/open-store.ts';
import { resealCollection } from '../sealing/reseal.ts';
import { sealedCollections } from '../sealing/sealed-fields.ts';
import { testKeys } from '../../../../test/sealing/test-keys.ts';
import { migrate } from './migrate.ts';
import type { Collections } from './migration.ts';
import { migrationsWith } from './index.ts';

/** Stands in every text that is to be sealed, and nowhere else. */
const WORD = 'sciatica';

describe('S4 R23 plain text of an earlier release', () => {
  let server: TestStore;
  let store: OpenStore;
  const keys = testKeys();
  beforeEach(async () => {
    server = await openTestStore();
    // Not empty, so that nothing is opened before the upgrade is finished.
    await server.connection
      .collection<{ _id: string }>('partners')
      .insertOne({ _id: 'p', name: 'P', allowedOrigins: [], keys: [] } as never);
    store = await openStore(server.uri, { keys });
  });
  afterEach(async () => {
    await store.close();
    await server.close();
  });

  const collection: Collections = (name) => server.connection.collection(name);
  const finish = (given = collection) =>
    migrate(given, {
      migrations: migrationsWith(keys),
      release: 'test',
      others: 'same_release',
      isEmpty: () => Promise.resolve(false),
      realNow: systemNow,
      pause: () => Promise.resolve(),
    });
  /** Returns the collections whose stored documents contain the word in plain text. */
  const plainIn = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const { name } of await server.connection.db!.listCollections().toArray())
      if (JSON.stringify(await collection(name).find({}).toArray()).includes(WORD)) found.push(name);
    return found.sort();
  };

  const given = async () => {
    const { bookings, profiles, logs, leads, coaches, idempotency, users } = store.stores;
    const texts: Partial<Booking> = {
      notes: WORD,
      summary: WORD,
      answers: { [WORD]: WORD },
      referrer: WORD,
      place: { address: WORD },
      cancellationReason: WORD,
      utm: { term: WORD },
      video: { provider: 'jitsi', url: WORD, fallback: { provider: 'fixed', url: WORD } } as Booking['video'] & object,
      meeting: { state: 'ready', joinUrl: WORD, password: WORD, revision: 1 },
    };
    const step = { type: 'created', at: now, by: 'attendee', to: 'scheduled', reason: WORD } as const;
    const event = {
      // Of this release by its id, so that it is not taken away as unread.
      id: 'f'.repeat(24),
      type: 'booking.created',
      at: now,
      data: { status: 'scheduled', by: 'attendee', reason: WORD },
    } as const;
    // Over, so that no other migration finds anything to do.
    const over = { status: 'completed' } as const;
    const booking = aBooking({ ...texts, ...over, history: [step, { ...step, at: plus(now, 1) }], outbox: [event] });
    await bookings.insert(booking);
    const message = { channel: 'sms', to: '+12125550100', text: WORD, segments: 1 } as const;
    await store.stores.testMessages.keep(aTestMessage({ message }), now);
    await store.stores.messageTemplates.save(scope, anOwnTemplate({ body: WORD }));
    await collection<{ _id: string }>('opt_out_keys').insertOne({
      _id: 'opt-outs',
      partnerId: '',
      secret: WORD,
    } as never);
    const videoFallback = { provider: 'fixed', url: WORD };
    const partner = { _id: anId(), name: 'Fit', allowedOrigins: [], keys: [], branding: {}, version: 1, videoFallback };
    await collection<{ _id: string }>('partners').insertOne(partner as never);
    const messaging = someMessaging();
    await store.stores.messaging.replace(scope, { ...messaging, sms: { ...messaging.sms!, authToken: WORD } }, 0);
    const { pushSubscriptions, vapidKeys } = store.stores;
    await pushSubscriptions.save(aSubscription({ endpoint: WORD, keys: { p256dh: WORD, auth: WORD } }));
    await vapidKeys.agree({ publicKey: 'open', privateKey: WORD });
    await store.stores.calendarFeeds.insert(aFeed({ name: WORD }));
    const secrets = [{ id: anId(), key: WORD, createdAt: now }];
    await store.stores.webhookEndpoints.insert(anEndpoint({ secrets }));
    const source = {
      name: WORD,
      syncTokens: [{ calendarId: WORD, token: WORD }],
      answer: { status: 200, body: WORD },
    };
    const { externalRecords } = store.stores;
    const object = { id: '1', details: { joinUrl: WORD } };
    const place = { provider: 'zoom', account: {}, object, isCreating: false } as const;
    const external = aRecord({ ...place, left: [place], version: 1 });
    await externalRecords.mark({ ...external, at: now });
    await externalRecords.replace(external, 1);
    const { calendarSources } = store.stores;
    await calendarSources.insert(aSource(source, { kind: 'ics', url: `https://calendar.example/${WORD}` }));
    const calendars = [{ id: WORD, name: WORD }];
    const dav = { kind: 'caldav', server: 'https://dav.example', user: WORD, password: WORD, calendars } as const;
    await calendarSources.insert(aSource(source, dav));
    const { providerConnections, connectionAttempts, integrations, serverTokens } = store.stores;
    await providerConnections.insert(aConnection({ account: WORD, accessToken: WORD, refreshToken: WORD }));
    await connectionAttempts.insert(anAttempt({ verifier: WORD }));
    await integrations.replace(anIntegration({ clientSecret: WORD, webhookSecret: WORD }), 0);
    await serverTokens.replace(aServerToken({ token: WORD }), 0);
    const visitor = { kind: 'joined', at: now, occasion: 'u1', name: WORD, email: WORD, accountId: WORD } as const;
    const recordings = [{ occasion: 'u1', url: WORD, password: WORD, fileSize: 1, duration: 1 }];
    await store.stores.meetingReports.insert(aReport({ facts: [visitor], recordings }));
    const visit = { coachId: anId(), day: '2098-06-02', serviceId: null, source: WORD } as const;
    await store.stores.funnelCounts.add(scope, visit, { visits: 1 });
    const recovery = { messageType: 'email', by: 'coach', customMessage: WORD } as const;
    const left = anAbandoned({ contact: { email: WORD }, utm: { source: WORD }, attempts: [{ ...recovery, at: now }] });
    await store.stores.intents.insert(left);
    const turn = { ...scope, id: anId(), intentId: left.id, number: 1, at: now, asked: recovery };
    await store.stores.recoveryTurns.take(turn, now, now);
    const attempts = [{ at: now, ms: 1, response: WORD }];
    await store.stores.webhookDeliveries.insert([aWebhookDelivery({ body: WORD, attempts })]);
    const clientId = anId();
    const profile = { ...scope, clientId, profile: { ...emptyProfile, injuries: [WORD] }, version: 1, updatedAt: now };
    await profiles.insert(profile);
    await store.stores.clientNotes.insert({
      ...scope,
      coachId: anId(),
      clientId,
      text: WORD,
      version: 1,
      updatedAt: now,
    });
    const log = {
      ...scope,
      id: anId(),
      clientId,
      kind: 'diet',
      date: '2026-04-12',
      createdAt: now,
      version: 1,
    } as const;
    const diet = { ...log, meal: 'lunch', description: WORD, notes: '', calories: 640 } as const;
    await logs.insert(diet);
    const contact = { id: 'c', name: 'Ada', email: 'ada@mail.example' };
    const lead = {
      ...scope,
      emailKey: contact.email,
      contact,
      coachId: anId(),
      source: WORD,
      utm: { source: WORD },
      newId: anId(),
      now,
    };
    await leads.upsert(lead);
    await leads.mark((await leads.byId(lead.newId))!, [
      { coachId: lead.coachId, notes: WORD, version: 2, updatedAt: now },
    ]);
    const [service] = aHead().services;
    const room = { provider: 'fixed', url: WORD } as const;
    const services = [{ ...service!, video: { ...room, fallback: room } as Booking['video'] & object }];
    const head = {
      ...aHead(),
      services,
      timeOff: [{ id: anId(), start: now, end: plus(now, 1), reason: WORD, title: WORD }],
    };
    await coaches.insert(head);
    const record = {
      ...scope,
      caller: 'k',
      operation: 'createBooking',
      key: anId(),
      bodyHash: WORD,
      resourceId: anId(),
      createdAt: now,
    };
    await idempotency.begin(record);
    const email = `${clientId}@mail.example`;
    const account = {
      ...scope,
      id: clientId,
      role: 'client',
      name: 'Ada',
      email,
      emailKey: email,
      emailVerified: true,
      active: true,
    } as const;
    const secondFactor = { secret: WORD, isEnabled: true, recoveryHashes: [] };
    const user = { ...account, passwordHash: 'hash', knownAddresses: [], version: 1, createdAt: now, secondFactor };
    await users.insert(user);
    return { booking, profile, diet, lead, head, record, user };
  };
  type Given = Awaited<ReturnType<typeof given>>;
  const readsAll = async ({ booking, profile, diet, lead, head, record, user }: Given) => {
    const { bookings, profiles, logs, leads, coaches, idempotency, users } = store.stores;
    expect(await bookings.find(booking.id)).toEqual(booking);
    expect(await profiles.of(scope, profile.clientId)).toEqual(profile);
    expect(await logs.find(diet)).toEqual(diet);
    expect(await leads.byId(lead.newId)).toMatchObject({
      source: WORD,
      utm: { source: WORD },
      marks: [{ notes: WORD }],
    });
    expect(await coaches.byId(head.id)).toEqual(head);
    expect(await users.byId(user.id)).toEqual(user);
    expect(await idempotency.begin(record)).toMatchObject({ fresh: false, isSameBody: true });
  };
  const all = [...sealedCollections].sort();

  it('stays readable for older processes, until the upgrade is finished', async () => {
    const stored = await given();
    expect(await plainIn()).toEqual(all);
    await readsAll(stored);
  });

  it('seals plain text when the upgrade is finished, and reads it as before', async () => {
    const stored = await given();
    await finish();
    expect(await plainIn()).toEqual([]);
    await readsAll(stored);
  });

  it('seals new text at once, in a running process', async () => {
    await given();
    await finish();
    await expect.poll(() => store.schema.isOpen('seal-free-text'), { timeout: 10_000 }).toBe(true);
    const stored = aBooking({ notes: WORD });
    await store.stores.bookings.insert(stored);
    expect(await plainIn()).toEqual([]);
    expect(await store.stores.bookings.find(stored.id)).toEqual(stored);
  });

  it('keeps concurrent changes', async () => {
    const { booking } = await given();
    const rows = collection<{ _id: string }>('bookings');
    let reads = 0;
    /** Another process writes right behind each read of the sealing. */
    const raced = <T extends mongo.Document>(name: string): mongo.Collection<T> =>
      new Proxy(collection<T>(name), {
        get(target, method) {
          if (method !== 'bulkWrite') return Reflect.get(target, method) as unknown;
          return async (...given: Parameters<typeof target.bulkWrite>) => {
            if (name === 'bookings' && ++reads === 1)
              await rows.updateOne({ _id: booking.id }, { $set: { notes: `${WORD} again` } });
            return target.bulkWrite(...given);
          };
        },
      });
    await finish(raced as Collections);
    expect(reads).toBe(2);
    expect(await plainIn()).toEqual([]);
    expect(await store.stores.bookings.find(booking.id)).toEqual({ ...booking, notes: `${WORD} again` });
  });

  it('seals text once: a second run writes nothing', async () => {
    await given();
    await finish();
    const before = await collection('bookings').find({}).toArray();
    const eachBatch = async (name: string, _fields: unknown, run: (rows: never) => Promise<void>) =>
      run((await collection(name).find({}).toArray()) as never);
    for (const name of sealedCollections) await resealCollection({ collection, eachBatch }, name, keys);
    expect(await collection('bookings').find({}).toArray()).toEqual(before);
  });
});
