import { drainAll, type DrainDeps } from './drain.ts';
import { remindAgain, type RemindAgainDeps } from './remind-again.ts';
import { remindPersonAgain, type RemindPersonAgainDeps } from './remind-person-again.ts';
import { LEASE, REPEATABLE, sendNext, type SendNeeds } from './send-next.ts';

export type WorkNeeds = DrainDeps & RemindAgainDeps & RemindPersonAgainDeps & SendNeeds;

/** Messages on their way at the same time, of one process. */
const AT_ONCE = 8;

/**
 * One pass over the messages: makes messages of events, ends the leases of the dead, and sends every message of live
 * mode that is due. Any number of processes may do so at once. Those of mode test that are about bookings wait for
 * `runDue` (R11); nothing in a mail about an account depends on the clock of the rules, so it is kept at once. Ends
 * early once `isStopping` answers true, with no message half sent. `lease` is how long one message may take, in
 * milliseconds. Throws the first fault, when all else is done.
 */
export async function work(
  core: WorkNeeds,
  isStopping: () => boolean = () => false,
  lease: number = LEASE,
): Promise<void> {
  // One booking whose events cannot be made into messages holds up no other's.
  const [drained] = await Promise.allSettled([drainAll(core, isStopping)]);
  await remindAgain(core);
  await remindPersonAgain(core);
  await core.deliveries.endLeases(core.realNow(), REPEATABLE);
  const lane = async () => {
    while (!isStopping() && (await sendNext(core, { mode: 'live' }, core.realNow(), lease)));
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  while (!isStopping() && (await sendNext(core, { mode: 'test', about: 'accounts' }, core.realNow(), lease)));
  // The next pass begins when every lane of this one has ended.
  for (const ended of [drained, ...lanes]) if (ended.status === 'rejected') throw ended.reason;
}
