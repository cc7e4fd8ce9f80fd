import type { mongo } from 'mongoose';
import type { Instant } from '@coach-booking/time/instant';
import type { Collections, Migration } from './migration.ts';

interface Ref {
  readonly id: string;
  readonly ledgers: readonly string[];
}

interface BookingRow {
  readonly _id: string;
  readonly kind: string;
  readonly partnerId: string;
  readonly mode: string;
  readonly coachId: string;
  readonly status: string;
  readonly time?: { readonly end: Date };
  readonly claims: readonly Ref[];
  readonly version: number;
}

interface PlacesRow {
  readonly _id: string;
  readonly claims: readonly mongo.Document[];
}

const ACTIVE = ['pending', 'scheduled', 'confirmed', 'in_progress'];
const MINUTE = 60_000;
/** A booking that is changed faster than this is claimed for when the upgrade is finished. */
const TRIES = 5;

const placesOf = ({ coachId }: BookingRow): string => `${coachId}:places`;
const placeRefOf = (row: BookingRow): Ref | undefined =>
  row.claims.find(({ ledgers }) => ledgers.includes(placesOf(row)));

/** Gives the booking's claim an end, or the later of the one that it has and the booking's. */
const setEnd = async (collection: Collections, row: BookingRow, { id }: Ref): Promise<void> => {
  const end = row.time?.end.getTime() ?? null;
  const later =
    end === null
      ? null
      : { $cond: [{ $eq: ['$$old.until', null] }, null, { $max: [{ $ifNull: ['$$old.until', end] }, end] }] };
  const claims = {
    $map: {
      input: '$claims',
      as: 'old',
      in: { $cond: [{ $eq: ['$$old.id', { $literal: id }] }, { $mergeObjects: ['$$old', { until: later }] }, '$$old'] },
    },
  };
  await collection<PlacesRow>('day_ledgers').updateOne({ _id: placesOf(row), 'claims.id': id }, [{ $set: { claims } }]);
};

/** Claims the lowest free place for a booking, unless its claim is there already. */
const claimPlace = async (collection: Collections, row: BookingRow, id: string, realNow: Instant): Promise<void> => {
  const { partnerId, mode, time } = row;
  const claim = {
    id,
    owner: { kind: 'booking', id: row._id },
    claimedAt: realNow,
    settled: false,
    sweepAt: realNow + 2 * MINUTE,
    until: time?.end.getTime() ?? null,
  };
  const lowest = {
    $min: { $setDifference: [{ $range: [1, { $add: [{ $size: '$claims' }, 2] }] }, '$claims.place'] },
  };
  const added = { $concatArrays: ['$claims', [{ $mergeObjects: [{ $literal: claim }, { place: lowest }] }]] };
  await collection<PlacesRow>('day_ledgers')
    .updateOne(
      { _id: placesOf(row), partnerId, mode } as mongo.Filter<PlacesRow>,
      { $setOnInsert: { kind: 'places', claims: [], sweepAt: null } as never },
      { upsert: true },
    )
    .catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 11000) throw error;
    });
  await collection<PlacesRow>('day_ledgers').updateOne({ _id: placesOf(row), 'claims.id': { $ne: id } }, [
    { $set: { claims: added } },
    { $set: { sweepAt: { $min: '$claims.sweepAt' } } },
  ]);
};

const settle = (collection: Collections, row: BookingRow, id: string) =>
  collection<PlacesRow>('day_ledgers').updateOne({ _id: placesOf(row), 'claims.id': id }, [
    {
      $set: {
        claims: {
          $map: {
            input: '$claims',
            as: 'old',
            in: {
              $cond: [
                { $eq: ['$$old.id', { $literal: id }] },
                {
                  $mergeObjects: [
                    '$$old',
                    { settled: true, sweepAt: { $cond: [{ $eq: ['$mode', 'live'] }, '$$old.until', null] } },
                  ],
                },
                '$$old',
              ],
            },
          },
        },
      },
    },
    { $set: { sweepAt: { $min: '$claims.sweepAt' } } },
  ]);

/** As a writer does: claims, names the claim by compare-and-set, and settles it. */
const claimFor = async (collection: Collections, found: BookingRow, realNow: () => Instant): Promise<void> => {
  let row: BookingRow | null = found;
  for (let tries = 0; row && tries < TRIES; tries++) {
    const isAhead = row.time === undefined || row.time.end.getTime() > realNow();
    if (!ACTIVE.includes(row.status) || !isAhead || placeRefOf(row)) return;
    const id = `${row._id}.place`;
    await claimPlace(collection, row, id, realNow());
    const named = await collection<BookingRow>('bookings').updateOne(
      { _id: row._id, version: row.version },
      { $push: { claims: { id, ledgers: [placesOf(row)] } as never }, $inc: { version: 1 } },
    );
    if (named.modifiedCount === 1) {
      await settle(collection, row, id);
      return;
    }
    row = (await collection<BookingRow>('bookings').findOne({ _id: row._id })) as BookingRow | null;
  }
};

/**
 * Every booking with an end ahead takes a place, whether its coach has a limit or not, and every place ends with its
 * session (R1, R30). Those of before get what they lack. Older processes go on writing neither, so it matters that this
 * runs once more when the last of them has ended.
 */
export const placesForAll: Migration = {
  name: 'places-for-all',
  phase: 'expand',
  async run({ collection, eachBatch, realNow }) {
    const fields = ['kind', 'partnerId', 'mode', 'coachId', 'status', 'time', 'claims', 'version'] as const;
    await eachBatch<BookingRow>('bookings', fields, async (rows) => {
      for (const row of rows) {
        if (row.kind !== 'booking') continue;
        const ref = placeRefOf(row);
        if (ref) await setEnd(collection, row, ref);
        else await claimFor(collection, row, realNow);
      }
    });
  },
};
