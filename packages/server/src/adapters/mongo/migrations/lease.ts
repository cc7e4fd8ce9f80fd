import { randomUUID } from 'node:crypto';
import type { Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Collections } from './migration.ts';

/** Milliseconds of real time after which the lock of a silent process may be taken over. */
export const LEASE = 30 * SECOND;

interface LockRow {
  readonly _id: 'lock';
  readonly holder: string;
  readonly until: Date;
}

/** Another process has the lock by now: it does what is left to do. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export interface Lease {
  /** Renews the lock. Throws LeaseLost when another process has taken it over. */
  renew(): Promise<void>;
  release(): Promise<void>;
}

/** Takes the lock of all migrations of a store, renewed until it is released; null while another process holds it. */
export async function takeLease(collection: Collections, realNow: () => Instant): Promise<Lease | null> {
  const locks = collection<LockRow>('schema');
  const holder = randomUUID();
  const until = () => new Date(realNow() + LEASE);
  const free = { _id: 'lock', until: { $lt: new Date(realNow()) } } as const;
  // A lock that is held is not found, and inserting a second one collides with its key.
  if (!(await unlessDuplicate(locks.updateOne(free, { $set: { holder, until: until() } }, { upsert: true }), null)))
    return null;

  const renew = async () => {
    const { matchedCount } = await locks.updateOne({ _id: 'lock', holder }, { $set: { until: until() } });
    if (matchedCount === 0) throw new LeaseLost('Another process goes on with the migrations.');
  };
  let timer: NodeJS.Timeout | undefined;
  let isReleased = false;
  /** Renews the lock during one long write of a migration. An error here is reported by the next batch. */
  const keep = (): void => {
    if (!isReleased) timer = setTimeout(() => void renew().then(keep, () => undefined), LEASE / 3).unref();
  };
  keep();
  return {
    renew,
    async release() {
      isReleased = true;
      clearTimeout(timer);
      await locks.deleteOne({ _id: 'lock', holder });
    },
  };
}
