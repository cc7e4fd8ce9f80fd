import { instant } from '@coach-booking/time/instant';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aBooking, anId, scope } from '../../../../test/stores/fixtures.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import type { MigrationContext } from './migration.ts';
import { unreadOutboxes } from './unread-outboxes.ts';

const MIGRATED = Date.UTC(2026, 10, 29, 12);
/** An id made at this second of real time. */
const idAt = (instant: number, last = 1): string =>
  Math.floor(instant / 1000)
    .toString(16)
    .padStart(8, '0') + last.toString(16).padStart(16, '0');
const event = (id: string) =>
  ({
    id,
    type: 'booking.created',
    at: instant(Date.UTC(2098, 0, 1)),
    data: { status: 'confirmed', by: 'attendee' },
  }) as const;

let store: TestStores;
let clock: number;
beforeEach(async () => {
  store = await openTestStores();
  await store.connection.collection('outbox_state').deleteMany({});
  clock = MIGRATED;
});
afterEach(() => store.close());

const migrate = async () => {
  const collection = (name: string) => store.connection.collection(name);
  await unreadOutboxes.run({
    collection,
    realNow: () => clock,
    eachBatch: async (name: string, _fields: unknown, run: (rows: unknown[]) => Promise<void>) =>
      run(await collection(name).find().toArray()),
  } as unknown as MigrationContext);
};

it('R6 removes the events of the first release, which nobody read, whatever a test’s clock said', async () => {
  const booking = aBooking({ outbox: [event(idAt(MIGRATED - 90_000)), event(idAt(MIGRATED - 1000))] });
  await store.stores.bookings.insert(booking);
  await migrate();
  expect(await store.stores.bookings.find(booking.id)).toEqual({ ...booking, outbox: [] });
  expect(await store.stores.bookings.undrained(10)).toEqual([]);
});

it('R6 leaves what an older process writes while the upgrade goes on, also when it runs once more', async () => {
  await migrate();
  const late = event(idAt(MIGRATED + 5000));
  const booking = aBooking({ id: anId(), outbox: [late] });
  await store.stores.bookings.insert(booking);
  clock += 60_000;
  await migrate();
  expect(await store.stores.bookings.undrained(10, scope)).toEqual([booking]);
});
