import { plus } from '@coach-booking/time/instant';
import type { ExternalRecord } from '../../domain/external-record/external-record.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import type { Core } from '../ports/core.ts';

/** Another process has the record by now, or it is gone. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

type SaveNeeds = Pick<Core, 'externalRecords' | 'realNow' | 'recordLease'>;

/**
 * Writes a step of a record that this process has, and keeps it for the next. Marks that have come meanwhile stay.
 * Throws LeaseLost.
 */
export async function save(
  { externalRecords, realNow, recordLease }: SaveNeeds,
  record: ExternalRecord,
  change: (stored: ExternalRecord) => ExternalRecord,
): Promise<ExternalRecord> {
  return compareAndSet<ExternalRecord | null, ExternalRecord>({
    read: () => externalRecords.byId(record, record.id),
    write: async (stored) => {
      if (stored?.fence !== record.fence || stored.leasedUntil === null) throw new LeaseLost();
      const next = { ...change(stored), leasedUntil: plus(realNow(), recordLease) };
      return (await externalRecords.replace(next, stored.version)) ? { ...next, version: stored.version + 1 } : null;
    },
    otherwise: () => {
      throw new LeaseLost();
    },
  });
}
