import type { Connection } from 'mongoose';
import { systemNow, type Instant } from '@coach-booking/time/instant';
import type { RecordedLaw, ZoneLaws } from '../../../application/ports/zone-laws.ts';
import { LeaseLost, takeLease } from '../migrations/lease.ts';
import type { Collections } from '../migrations/migration.ts';

interface LawRow extends RecordedLaw {
  readonly _id: 'zones';
}

/** Keeps the law in the collection `schema`, beside the version of the store and under the lock of its migrations. */
export function createMongoZoneLaws(connection: Connection, realNow: () => Instant = systemNow): ZoneLaws {
  const rows = connection.collection<LawRow>('schema');
  const collections: Collections = (name) => connection.collection(name) as never;
  return {
    async read() {
      const row = await rows.findOne({ _id: 'zones' });
      return row && { law: row.law, ...(row.earlier !== undefined && { earlier: row.earlier }) };
    },
    async write(recorded) {
      await rows.replaceOne({ _id: 'zones' }, recorded, { upsert: true });
    },
    async alone(run) {
      const lease = await takeLease(collections, realNow);
      if (!lease) return false;
      try {
        await run(lease.renew);
        return true;
      } catch (error) {
        if (error instanceof LeaseLost) return false;
        throw error;
      } finally {
        await lease.release();
      }
    },
  };
}
