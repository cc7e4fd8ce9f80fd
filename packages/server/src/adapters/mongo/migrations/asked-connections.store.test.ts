import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { aBooking, anId, now, scope } from '../../../../test/stores/fixtures.ts';
import type { Booking } from '../../../domain/booking/booking.ts';
import { stateOf } from '../../../domain/client/connection.ts';
import { rowOfBooking } from '../bookings/booking-rows.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { askedConnections } from './asked-connections.ts';
import type { MigrationContext } from './migration.ts';

/** The rows as the first release wrote them. */
describe('S1 connections of the first release', () => {
  let store: TestStores;
  let client: string;
  let coach: string;
  beforeEach(async () => {
    store = await openTestStores();
    [client, coach] = [anId(), anId()];
  });
  afterEach(() => store.close());

  const collection = (name: string) => store.connection.collection<{ _id: string }>(name);
  const migrated = async () => {
    const context = {
      collection: (name: string) => store.connection.collection(name),
      realNow: () => now,
      eachBatch: async (name: string, _fields: unknown, run: (rows: unknown[]) => Promise<void>) =>
        run(await collection(name).find().toArray()),
    } as unknown as MigrationContext;
    await askedConnections.run(context);
    await askedConnections.run(context);
  };
  const booked = async (given: Partial<Booking>, by: 'attendee' | 'coach' = 'attendee') => {
    const history = [{ type: 'created', at: now, by, to: 'confirmed' }] as const;
    const booking = aBooking({
      coachId: coach,
      attendee: { kind: 'client', id: client },
      createdAt: now,
      history,
      version: 1,
      ...given,
    });
    await collection('bookings').insertOne({ ...rowOfBooking(booking) });
    return booking;
  };
  const connectedThen = (more: object = {}) =>
    collection('connections').insertOne({
      ...{
        _id: `${client}:${coach}`,
        ...scope,
        clientId: client,
        coachId: coach,
        since: new Date(now),
        connected: true,
        version: 1,
      },
      ...more,
    } as { _id: string });
  /** The guest's address was proven at this instant. */
  const linked = (at: number) =>
    collection('leads').insertOne({
      ...{
        _id: anId(),
        ...scope,
        emailKey: `${client}@example.com`,
        contacts: [],
        contactId: 'c',
        source: 'direct',
        marks: [],
        marksVersion: 0,
      },
      ...{
        coachIds: [coach],
        createdAt: new Date(now),
        updatedAt: new Date(now),
        clientId: client,
        linkedAt: new Date(at),
      },
    } as { _id: string });
  const state = async () => {
    const found = await store.stores.connections.find(scope, client, coach);
    return found && stateOf(found);
  };
  const HANDED_OVER = { version: 2 };

  it('keeps a connection where the client made the booking', async () => {
    await booked({});
    await connectedThen();
    await migrated();
    expect(await store.stores.connections.find(scope, client, coach)).toMatchObject({ since: now, byBooking: true });
  });

  it('keeps a connection where the client made it before the address was proven, though booked as a guest', async () => {
    await booked({});
    await connectedThen();
    await linked(now + 5);
    await migrated();
    expect(await state()).toBe('accepted');
  });

  it('turns a connection into a request where the address was typed', async () => {
    const { id } = await booked(HANDED_OVER);
    await connectedThen();
    await linked(now + 5);
    await migrated();
    expect(await state()).toBe('asked');
    expect(await store.stores.bookings.find(id)).toMatchObject({
      attendee: { kind: 'client', id: client, adopted: true },
    });
  });

  it('turns a connection into a request where the coach made the booking', async () => {
    await booked({}, 'coach');
    await connectedThen();
    await migrated();
    expect(await state()).toBe('asked');
  });

  it('ends a connection where the client had cancelled the only booking', async () => {
    await booked({ status: 'cancelled', cancelledBy: 'attendee' });
    await connectedThen();
    await migrated();
    expect(await state()).toBe('none');
  });

  it('keeps a withdrawn connection withdrawn', async () => {
    await booked({});
    await connectedThen({ withdrawnAt: new Date(now + 5), connected: false });
    await migrated();
    expect(await state()).toBe('withdrawn');
  });

  it('keeps a connection where the client made a booking after the withdrawal, and only there', async () => {
    await connectedThen({ since: new Date(now + 9), withdrawnAt: new Date(now + 5) });
    await booked(HANDED_OVER);
    await linked(now + 20);
    await migrated();
    expect(await state()).toBe('withdrawn');
    await collection('connections').updateOne({ _id: `${client}:${coach}` }, { $unset: { said: true } });
    const history = [{ type: 'created', at: plus(now, 9), by: 'attendee', to: 'confirmed' }] as const;
    await booked({ id: anId(), createdAt: plus(now, 9), history });
    await migrated();
    expect(await state()).toBe('accepted');
  });

  it('leaves a connection as another process has written it since', async () => {
    await booked({}, 'coach');
    await store.stores.connections.insert({ ...scope, clientId: client, coachId: coach, since: now, version: 1 });
    await migrated();
    expect(await state()).toBe('accepted');
  });

  it('shows a refusal to processes of the first release', async () => {
    await store.stores.connections.insert({ ...scope, clientId: client, coachId: coach, askedAt: now, version: 1 });
    const row = await collection('connections').findOne({ _id: `${client}:${coach}` });
    expect(row).toMatchObject({ since: new Date(now), withdrawnAt: new Date(now), connected: false });
  });
});
