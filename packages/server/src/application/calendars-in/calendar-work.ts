import { readNext, type ReadSourceNeeds } from './read-source.ts';
import { showBusy } from './show-busy.ts';

/** Read at the same time, of one process. */
const AT_ONCE = 4;
/** Coaches in one pass of whom a process that died has left something unshown. */
const SHOWN = 50;

/**
 * One pass over the calendars of others: shows to the slots what a process that died has left, and reads each of live
 * mode that is due. Any number of processes may do so at once. Those of mode test wait for `runDue` (R11). Throws the
 * first fault of a lane, when all have ended.
 */
export async function calendarWork(core: ReadSourceNeeds, isStopping: () => boolean = () => false): Promise<void> {
  for (const { coachId, ...scope } of await core.calendarSources.coachesToShow(SHOWN))
    await showBusy(core, scope, coachId);
  const lane = async () => {
    while (!isStopping() && (await readNext(core, { mode: 'live' }, core.realNow())));
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
}
