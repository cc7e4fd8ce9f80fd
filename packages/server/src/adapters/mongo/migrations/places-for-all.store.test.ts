import { parseInstant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../../../../test/limits/open-connection.ts';
import { contextOf } from './batches.ts';
import type { Collections } from './migration.ts';
import { placesForAll } from './places-for-all.ts';

const NOW = parseInstant('2026-04-13T08:00:00Z');
const COACH = 'c'.repeat(24);
const PLACES = `${COACH}:places`;
const scope = { partnerId: 'a'.repeat(24), mode: 'live' };

let store: TestStore;
let collection: Collections;
beforeAll(async () => {
  store = await openTestStore();
  collection = (name) => store.connection.collection(name);
});
afterAll(() => store.close());

/** As the first release wrote them, as far as the migration reads. */
const booking = (name: string, hours: number | null, more: object = {}) => ({
  _id: name.repeat(24),
  kind: 'booking',
  ...scope,
  coachId: COACH,
  status: 'confirmed',
  ...(hours !== null && { time: { start: new Date(NOW + (hours - 1) * HOUR), end: new Date(NOW + hours * HOUR) } }),
  claims: [{ id: `${name}.time`, ledgers: [`${COACH}:2026-04-13`] }],
  version: 1,
  ...more,
});
const ledgerOf = async () =>
  (await collection('day_ledgers').findOne({ _id: PLACES as never })) as unknown as { claims: object[] };
const run = () => {
  const lease = { renew: () => Promise.resolve(), release: () => Promise.resolve() };
  return placesForAll.run(contextOf(collection, 'places-for-all', lease, () => NOW));
};

describe('R30 bookings of before', () => {
  it('gives bookings a place as long as their end is ahead, and old places that end, once', async () => {
    const named = { id: '5.place', ledgers: [PLACES] };
    await collection('bookings').insertMany([
      booking('1', 2),
      booking('2', -1),
      booking('3', 3, { status: 'cancelled' }),
      booking('4', null, { status: 'pending' }),
      booking('5', 5, { claims: [named], placeNumber: 1 }),
      { _id: '6'.repeat(24), kind: 'void', ...scope },
    ] as never);
    const old = {
      id: '5.place',
      owner: { kind: 'booking', id: '5'.repeat(24) },
      place: 1,
      claimedAt: 0,
      settled: true,
      sweepAt: null,
    };
    await collection('day_ledgers').insertOne({
      _id: PLACES,
      ...scope,
      kind: 'places',
      claims: [old],
      sweepAt: null,
    } as never);
    await run();
    const claims = [
      { ...old, until: NOW + 5 * HOUR },
      { id: `${'1'.repeat(24)}.place`, place: 2, until: NOW + 2 * HOUR, settled: true, sweepAt: NOW + 2 * HOUR },
      { id: `${'4'.repeat(24)}.place`, place: 3, until: null, settled: true, sweepAt: null },
    ];
    expect((await ledgerOf()).claims).toMatchObject(claims);
    const after = await collection('bookings').find({}).sort({ _id: 1 }).toArray();
    expect(after.map(({ version, claims }) => [version, (claims as object[] | undefined)?.length])).toEqual([
      [2, 2],
      [1, 1],
      [1, 1],
      [2, 2],
      [1, 1],
      [undefined, undefined],
    ]);
    await run();
    expect((await ledgerOf()).claims).toMatchObject(claims);
    expect(await collection('bookings').find({}).sort({ _id: 1 }).toArray()).toEqual(after);
  });

  it('lets bookings that an older process has moved keep their place for as long as they last', async () => {
    await collection('bookings').updateOne(
      { _id: '5'.repeat(24) as never },
      { $set: { 'time.end': new Date(NOW + 9 * HOUR) } },
    );
    await run();
    expect((await ledgerOf()).claims[0]).toMatchObject({ id: '5.place', until: NOW + 9 * HOUR });
  });
});
