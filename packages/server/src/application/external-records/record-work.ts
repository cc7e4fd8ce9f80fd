import { workNextRecord, type WorkRecordNeeds } from './work-record.ts';

/** Worked off at the same time, of one process. */
const AT_ONCE = 4;

/**
 * One pass over the records at providers: works off each of live mode that is due. Any number of processes may do so at
 * once. Those of mode test wait for `runDue` (R11). Throws the first fault of a lane, when all have ended.
 */
export async function recordWork(core: WorkRecordNeeds, isStopping: () => boolean = () => false): Promise<void> {
  const lane = async () => {
    while (!isStopping() && (await workNextRecord(core, { mode: 'live' }, core.realNow())));
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}
