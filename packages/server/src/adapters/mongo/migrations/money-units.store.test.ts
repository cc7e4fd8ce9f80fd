import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { aBooking, aHead, now, scope } from '../../../../test/stores/fixtures.ts';
import { rowOfBooking } from '../bookings/booking-rows.ts';
import { rowOfHead } from '../coaches/head-rows.ts';
import type { MigrationContext } from './migration.ts';
import { moneyUnits } from './money-units.ts';

/** The rows of an earlier release: all money in hundredths, and 0 EUR where no price was given. */
describe('R29 prices of earlier releases', () => {
  let store: TestStores;
  beforeEach(async () => void (store = await openTestStores()));
  afterEach(() => store.close());

  const collection = (name: string) => store.connection.collection<{ _id: string }>(name);
  const migrated = async () => {
    const context = {
      collection: (name: string) => store.connection.collection(name),
      realNow: () => now,
      eachBatch: async (name: string, _fields: unknown, run: (rows: unknown[]) => Promise<void>) =>
        run(await collection(name).find().toArray()),
    } as unknown as MigrationContext;
    await moneyUnits.run(context);
    await moneyUnits.run(context);
  };
  const yen = { amount: 500_000, currency: 'JPY' };
  const dinars = { amount: 1250, currency: 'KWD' };
  const dollars = { amount: 7550, currency: 'USD' };
  const nothing = { amount: 0, currency: 'EUR' };
  const prices = [yen, dinars, dollars, nothing, { amount: 0, currency: 'USD' }];
  const later = [
    { amount: 5000, currency: 'JPY' },
    { amount: 12_500, currency: 'KWD' },
    dollars,
    undefined,
    { amount: 0, currency: 'USD' },
  ];

  it('reads prices of services right before the migration, and in their own unit after', async () => {
    const head = aHead();
    const services = prices.map((price, n) => ({ ...head.services[0]!, id: `${n}`.repeat(24), slug: `s${n}`, price }));
    const row = rowOfHead(head);
    await collection('day_ledgers').insertOne({ ...row, services } as never);
    const read = async () => (await store.stores.coaches.byId(head.id))!.services.map(({ price }) => price);
    expect(await read()).toEqual([later[0], later[1], dollars, nothing, later[4]]);
    await migrated();
    expect(await read()).toEqual(later);
    const stored = (await collection('day_ledgers').findOne({ _id: row._id })) as unknown as typeof head;
    expect(stored.services.map(({ price }) => price)).toEqual([
      { ...later[0], digits: 0 },
      { ...later[1], digits: 3 },
      ...later.slice(2),
    ]);
  });

  it('reads prices of bookings likewise, and leaves what is written since as it is', async () => {
    const bookings = prices.map((price) => aBooking({ price }));
    for (const [n, booking] of bookings.entries())
      await collection('bookings').insertOne({ ...rowOfBooking(booking), price: prices[n] } as never);
    const fresh = aBooking({ price: { amount: 300, currency: 'JPY' } });
    expect(await store.stores.bookings.insert(fresh)).toBe('inserted');
    const read = async (id: string) => {
      const found = await store.stores.bookings.find(id);
      return found?.kind === 'booking' ? found.price : null;
    };
    const all = () => Promise.all(bookings.map(({ id }) => read(id)));
    expect(await all()).toEqual([later[0], later[1], dollars, nothing, later[4]]);
    await migrated();
    expect(await all()).toEqual(later);
    expect(await read(fresh.id)).toEqual({ amount: 300, currency: 'JPY' });
    expect(fresh.partnerId).toBe(scope.partnerId);
  });
});
