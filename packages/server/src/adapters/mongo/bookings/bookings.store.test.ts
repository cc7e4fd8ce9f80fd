import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookingsSuite } from '../../../../test/stores/bookings-suite.ts';
import { aBooking, anId, at, now, scope } from '../../../../test/stores/fixtures.ts';
import { unprovenSuite } from '../../../../test/stores/unproven-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('bookings in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  bookingsSuite(() => store.stores.bookings);
  unprovenSuite(() => store.stores.bookings);

  const stored = (id: string) => store.connection.collection<{ _id: string }>('bookings').findOne({ _id: id });

  it('stores instants as dates, so that a person and a TTL index can read them', async () => {
    const booking = aBooking();
    await store.stores.bookings.insert(booking);
    await store.stores.bookings.change(booking, 1, {
      set: { cancelledAt: now, time: booking.time },
      release: { refs: booking.claims, realNow: now },
      history: { type: 'cancelled', at: now, by: 'system', to: 'cancelled' },
      event: { id: anId(), type: 'booking.cancelled', at: now, data: { status: 'cancelled', by: 'system' } },
    });
    const date = new Date(now);
    expect(await stored(booking.id)).toMatchObject({
      createdAt: date,
      cancelledAt: date,
      releasingAt: date,
      time: { start: new Date(at(9)), end: new Date(at(10)) },
      history: [{ at: date, newStart: new Date(at(9)) }, { at: date }],
      outbox: [{ at: date, data: { start: new Date(at(9)) } }, { at: date }],
    });
  });

  it('refuses bookings of an unknown shape, and does not cut them to size', async () => {
    const odd = { ...aBooking(), colour: 'red' };
    await expect(store.stores.bookings.insert(odd)).rejects.toThrow(/colour/);
    expect(await store.stores.bookings.find(odd.id)).toBeNull();
  });

  it('removes voids after a day of real time', async () => {
    const id = anId();
    await store.stores.bookings.insertVoid(scope, id, now);
    expect(await stored(id)).toEqual({ _id: id, ...scope, kind: 'void', voidedAt: new Date(now) });
    const indexes = await store.connection.collection('bookings').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { voidedAt: 1 }, expireAfterSeconds: 86_400 }));
  });
});
