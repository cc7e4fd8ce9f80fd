import type { mongo } from 'mongoose';
import type { Instant } from '@coach-booking/time/instant';
import type { Lease } from './lease.ts';
import type { Collections, MigrationContext, MigrationRecord } from './migration.ts';

const BATCH = 500;

/** Returns the context of one run of a migration. */
export function contextOf(
  collection: Collections,
  name: string,
  lease: Lease,
  realNow: () => Instant,
): MigrationContext {
  const records = collection<MigrationRecord>('migrations');
  const positionIn = async (field: string) => (await records.findOne({ _id: name }))?.positions?.[field];
  return {
    collection,
    realNow,
    async eachBatch<T extends mongo.Document>(
      from: string,
      fields: readonly (keyof T & string)[],
      run: (rows: readonly T[]) => Promise<void>,
    ) {
      const projection = Object.fromEntries(fields.map((field) => [field, 1]));
      let after = await positionIn(from);
      for (;;) {
        await lease.renew();
        const behind = (after === undefined ? {} : { _id: { $gt: after } }) as mongo.Filter<T>;
        const found = collection<T>(from).find(behind, { projection: { _id: 1, ...projection } });
        const rows = (await found.sort({ _id: 1 }).limit(BATCH).toArray()) as unknown as T[];
        if (rows.length === 0) break;
        await run(rows);
        after = rows.at(-1)!['_id'];
        await records.updateOne({ _id: name }, { $set: { [`positions.${from}`]: after } });
      }
      // The same collection may be traversed again.
      await records.updateOne({ _id: name }, { $unset: { [`positions.${from}`]: true } });
    },
  };
}
