import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayLedger, headLedger } from '../../../domain/booking/claim.ts';
import { slugKeyOf } from '../../../domain/coach/slug.ts';
import { aBooking, aHead, aLedger, anId, bookingClaim, now, scope } from '../../../../test/stores/fixtures.ts';
import { createMongoLedgers } from '../ledgers/ledgers.ts';
import { openStore } from './open-store.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('an open store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  it('writes to a majority and to disk and reads from the primary, despite the URI', async () => {
    const other = await openStore(`${store.uri}&w=0&journal=false&readPreference=secondary`, store);
    const { writeConcern, readPreference } = other.connection.getClient().options;
    await other.close();
    expect(writeConcern).toMatchObject({ w: 'majority', j: true });
    expect(readPreference.mode).toBe('primary');
  });

  it('creates every index, also when several processes open the store first', async () => {
    const uri = store.uri.replace(/(\w)\?/, '$1_b?');
    const opened = await Promise.all([1, 2, 3].map(() => openStore(uri, store)));
    const { connection } = opened[0]!;
    const keysOf = async (name: string) =>
      (await connection.collection(name).indexes()).map(({ key, unique }) => [
        Object.keys(key as object).join(),
        unique ?? false,
      ]);
    const found = {
      day_ledgers: await keysOf('day_ledgers'),
      bookings: await keysOf('bookings'),
      leads: await keysOf('leads'),
      idempotency: await keysOf('idempotency'),
    };
    await connection.dropDatabase();
    await Promise.all(opened.map((each) => each.close()));
    expect(found.day_ledgers).toEqual(
      expect.arrayContaining([
        ['sweepAt', false],
        ['partnerId,mode,kind,active,nameKey,_id', false],
      ]),
    );
    // Sharded by `_id`, it could have no other unique one.
    expect(found.day_ledgers.filter(([key, unique]) => unique && key !== '_id')).toEqual([]);
    expect(found.bookings).toEqual(
      expect.arrayContaining([
        ['partnerId,mode,coachId,time.start,_id', false],
        ['partnerId,mode,attendee.id,coachId,time.start,_id', false],
        ['partnerId,mode,staffId,coachId,time.start,_id', false],
        ['releasingAt', false],
        ['voidedAt', false],
      ]),
    );
    expect(found.leads).toContainEqual(['emailKey,partnerId,mode', true]);
    expect(found.idempotency).toEqual(
      expect.arrayContaining([
        ['partnerId,mode,caller,operation,key', true],
        ['createdAt', false],
      ]),
    );
  });

  it('makes unique ids', () => {
    const ids = Array.from({ length: 1000 }, store.newId);
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/);
  });

  it('stays ready until the store is closed', async () => {
    const other = await openStore(store.uri, store);
    expect(await other.readiness()).toEqual({ store: 'ok' });
    await other.close();
    expect(await other.readiness()).toEqual({ store: 'unreachable' });
  });

  it('gives every document its partner and mode', async () => {
    const { ledgers, coaches, bookings } = store.stores;
    const [head, booking, ledgerId] = [aHead(), aBooking(), aLedger()];
    await coaches.insert(head);
    await bookings.insert(booking);
    await ledgers.claim(scope, ledgerId, bookingClaim(), { now });
    const raw = (name: string, _id: string) => store.connection.collection<{ _id: string }>(name).findOne({ _id });
    for (const [name, id] of [
      ['day_ledgers', headLedger(head.id)],
      ['day_ledgers', ledgerId],
      ['slugs', slugKeyOf(head, head.slug)],
      ['bookings', booking.id],
    ] as const)
      expect(await raw(name, id)).toMatchObject(scope);
  });

  it('reads a coach with four months of ledgers in one command', async () => {
    const coachId = anId();
    const days = Array.from({ length: 120 }, (_, i) => new Date(Date.UTC(2098, 5, 2 + i)).toISOString().slice(0, 10));
    for (const each of days) await store.stores.ledgers.claim(scope, dayLedger(coachId, each), bookingClaim(), { now });
    const connection = await mongoose.createConnection(store.uri, { monitorCommands: true }).asPromise();
    const ledgers = await createMongoLedgers(connection, store.sealing);
    const sent: string[] = [];
    connection.getClient().on('commandStarted', ({ commandName }) => sent.push(commandName));
    const { claims } = await ledgers.read(coachId, days);
    await connection.close();
    expect(claims).toHaveLength(120);
    expect(sent.filter((command) => command !== 'endSessions')).toEqual(['find']);
  });
});
