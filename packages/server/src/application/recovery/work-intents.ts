import type { Instant } from '@coach-booking/time/instant';
import { abandoned, expired, recoverableUntil, withoutAutomatic, type Intent } from '../../domain/recovery/intent.ts';
import type { Core } from '../ports/core.ts';
import type { DueIntents } from '../ports/intents.ts';
import { hasBookedSince, type BookedSinceNeeds } from './booked-since.ts';
import { leadIdOf, saveLeadOf, tidyLead, type TidyLeadNeeds } from './lead-of-intent.ts';
import { finishRecoveries, remindByItself, type WorkRecoveriesNeeds } from './work-recoveries.ts';
import { changeIntent, writeIntent, type WriteIntentNeeds } from './write-intent.ts';

export type WorkIntentsNeeds = Pick<Core, 'recoveryCounts'> &
  BookedSinceNeeds &
  TidyLeadNeeds &
  WriteIntentNeeds &
  WorkRecoveriesNeeds;

/** Intents handled in one step. */
const AT_ONCE = 100;
/** Intents handled in one pass; the rest waits for the next. */
const AT_MOST = 500;

/**
 * Counts the transitions of an intent that are still to be counted. A process that dies in between counts none twice.
 * Returns the intent as it is then.
 */
export async function countTransitions(
  core: Pick<Core, 'recoveryCounts'> & WriteIntentNeeds,
  intent: Intent,
): Promise<Intent> {
  if (intent.uncounted.length === 0) return intent;
  for (const count of intent.uncounted) await core.recoveryCounts.add(intent, intent.coachId, count, intent.id);
  return (await writeIntent(core, intent, { ...intent, uncounted: [] })) ?? intent;
}

/**
 * Marks an intent as abandoned, with its lead, and counts it. The lead first: of an abandoned one there always is one.
 * Any number of processes may do so at once. Returns the intent, or null when it was written meanwhile.
 */
export async function abandon(core: WorkIntentsNeeds, intent: Intent, now: Instant): Promise<Intent | null> {
  const leadId = await saveLeadOf(core, intent);
  const marked = await writeIntent(core, intent, abandoned(intent, leadId));
  if (marked) return countTransitions(core, marked);
  // Perhaps it was withdrawn meanwhile, and the lead looked for before it was there.
  const stored = await core.intents.byId(intent.id);
  if (leadId === leadIdOf(intent.id) && (!stored || !stored.contact)) await tidyLead(core, intent, leadId, now);
  return null;
}

/** Looks again whether the lead of a withdrawn intent is to go, and forgets which it was. */
const tidyAgain = async (core: WorkIntentsNeeds, intent: Intent, now: Instant): Promise<void> => {
  const { leadId, ...rest } = intent;
  await tidyLead(core, intent, leadId!, now);
  await writeIntent(core, intent, rest);
};

/** Sends the message that goes by itself where one does, and looks at that no more. */
const lookAtAutomatic = async (core: WorkIntentsNeeds, intent: Intent, now: Instant): Promise<void> => {
  await remindByItself(core, intent, now);
  await changeIntent(core, intent, (read) => (read.automaticAt === undefined ? null : withoutAutomatic(read)));
};

const workIntent = async (core: WorkIntentsNeeds, intent: Intent, now: Instant): Promise<void> => {
  if (intent.uncounted.length > 0) return void (await countTransitions(core, intent));
  if (intent.status === 'withdrawn') return tidyAgain(core, intent, now);
  if (intent.status === 'pending' && intent.automaticAt !== undefined) return lookAtAutomatic(core, intent, now);
  if (intent.status !== 'captured') return void (await writeIntent(core, intent, expired(intent)));
  // Who booked needs no reminder: nothing is kept.
  if (await hasBookedSince(core, intent)) return void (await core.intents.remove(intent));
  const marked = await abandon(core, intent, now);
  if (marked && now >= recoverableUntil(marked)) await writeIntent(core, marked, expired(marked));
};

/**
 * Does what is due with intents: marks them as abandoned and as expired, and finishes what other processes began. In
 * mode live by real time, in mode test by the clock of `runDue` (R11). One that fails holds up no other; throws the
 * first fault when all are done. Returns how many were due.
 */
export async function workIntents(
  core: WorkIntentsNeeds,
  whose: Pick<DueIntents, 'mode' | 'partnerId'>,
  now: Instant,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const seen = new Set<string>();
  const faults: unknown[] = [];
  let handled = 0;
  await finishRecoveries(core, whose).catch((fault: unknown) => faults.push(fault));
  while (handled < AT_MOST && !isStopping()) {
    const found = await core.intents.due({ ...whose, dueBy: now, limit: AT_ONCE + faults.length });
    const due = found.filter((intent) => !seen.has(`${intent.id} ${intent.version}`));
    if (due.length === 0) break;
    for (const intent of due) {
      seen.add(`${intent.id} ${intent.version}`);
      await workIntent(core, intent, now).catch((fault: unknown) => faults.push(fault));
    }
    handled += due.length;
  }
  if (faults.length > 0) throw faults[0];
  return handled;
}
