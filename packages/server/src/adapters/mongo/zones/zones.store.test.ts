import { instant, minus, parseInstant, plus, systemNow } from '@coach-booking/time/instant';
import { setTimeout } from 'node:timers/promises';
import { HOUR } from '@coach-booking/time/units';
import { zoneRelease } from '@coach-booking/time/zone-data';
import { offsetsIn, zoneLaw } from '@coach-booking/time/zone-law';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { zoneChangesSuite } from '../../../../test/stores/zone-changes-suite.ts';
import { zoneLawsSuite } from '../../../../test/stores/zone-laws-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { noteZoneChanges } from '../../../application/zones/note-zone-changes.ts';
import { defaultSchedule } from '../../../domain/schedule/schedule.ts';
import { aBooking, aHead, scope } from '../../../../test/stores/fixtures.ts';
import { LEASE } from '../migrations/lease.ts';
import { createMongoZoneLaws } from './zone-laws.ts';

describe('zones in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.connection.collection<{ _id: string }>('schema').deleteOne({ _id: 'zones' });
  });

  zoneChangesSuite(() => store.stores.zoneChanges);
  zoneLawsSuite(() => [createMongoZoneLaws(store.connection), createMongoZoneLaws(store.connection)]);

  it('looks zones through once in two processes that start at once (R22)', async () => {
    const law = zoneLaw({ from: instant(Date.UTC(2026, 0, 1)), to: instant(Date.UTC(2037, 0, 1)) });
    const before = { zones: ['america/vancouver'], offsets: offsetsIn(law, 'America/Los_Angeles')! };
    await store.stores.zoneLaws.write({ law: { ...law, release: '2025c', alike: [before, ...law.alike] } });
    const head = aHead({ schedule: { ...defaultSchedule, timeZone: 'America/Vancouver' }, timeOff: [] });
    await store.stores.coaches.insert(head);
    const start = parseInstant('2030-12-15T17:00:00Z');
    const time = { start, end: plus(start, HOUR), local: { date: '2030-12-15', hour: 9, weekday: 0 } } as const;
    const booking = aBooking({ coachId: head.id, time });
    await store.stores.bookings.insert(booking);
    const process = () => ({
      ...store.stores,
      zoneLaws: createMongoZoneLaws(store.connection),
      realNow: () => parseInstant('2026-11-29T09:00:00Z'),
      pause: (milliseconds: number) => setTimeout(milliseconds),
    });
    const looks = [process(), process()].map((each) => noteZoneChanges(each, { mayOthersWrite: false }));
    expect((await Promise.all(looks)).sort()).toEqual([0, 1]);
    expect(await store.stores.zoneChanges.ofCoach(scope, head.id)).toMatchObject([
      { id: booking.id, kind: 'booking', start, startOffset: -8 * HOUR, release: zoneRelease },
    ]);
    expect(await store.stores.bookings.find(booking.id)).toMatchObject({ version: 1, time: { local: { hour: 10 } } });
    expect((await store.stores.zoneLaws.read())?.law.release).toBe(zoneRelease);
  });

  it('removes zone changes that are over by themselves', async () => {
    const indexes = await store.connection.collection('zone_changes').indexes();
    expect(indexes.find(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)).toMatchObject({
      key: { end: 1 },
      expireAfterSeconds: 0,
    });
  });

  it('stores one small document of zones beside the version of the schema', async () => {
    const law = zoneLaw({ from: instant(Date.UTC(2026, 0, 1)), to: instant(Date.UTC(2037, 0, 1)) });
    await store.stores.zoneLaws.write({ law });
    const row = await store.connection.collection<{ _id: string }>('schema').findOne({ _id: 'zones' });
    expect(row).toEqual({ _id: 'zones', law });
  });

  it('looks zones through in the next process once one has been silent for as long as a lease', async () => {
    const silent = createMongoZoneLaws(store.connection, () => minus(systemNow(), 2 * LEASE));
    const next = createMongoZoneLaws(store.connection);
    const ran: string[] = [];
    const isDone = await silent.alone(async (renew) => {
      expect(await next.alone(async () => void ran.push('next'))).toBe(true);
      await renew();
      ran.push('silent');
    });
    expect([isDone, ran]).toEqual([false, ['next']]);
  });
});
