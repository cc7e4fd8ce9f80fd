import { plus } from '@coach-booking/time/instant';
import { INTENT_STORED_FOR, type Intent } from '../../domain/recovery/intent.ts';
import { recoverySteps } from '../../domain/funnel/recovery-steps.ts';
import { countRecovery, type CountRecoveryNeeds } from '../funnel/count-recovery.ts';
import type { Core } from '../ports/core.ts';

/** Attempts against faster writers. */
const MAX_ATTEMPTS = 6;

export type WriteIntentNeeds = Pick<Core, 'intents' | 'realNow'> & CountRecoveryNeeds;

const isTwinOf = (one: Intent, intent: Intent): boolean =>
  one.id !== intent.id &&
  one.status === 'captured' &&
  one.coachId === intent.coachId &&
  one.serviceId === intent.serviceId;

/**
 * Writes an intent over the one that was read. A change by the person begins the time for which it is stored anew.
 * Where the same person has another captured one of this service, that one goes. Counts the steps of the funnel that
 * this write takes. Returns null when it was written meanwhile.
 */
export async function writeIntent(core: WriteIntentNeeds, read: Intent, next: Intent): Promise<Intent | null> {
  const { intents, realNow } = core;
  const isByPerson = next.changedAt !== read.changedAt;
  const stored = isByPerson ? { ...next, forgetAt: plus(realNow(), INTENT_STORED_FOR) } : next;
  const write = () => intents.replace(stored, read.version);
  let outcome = await write();
  if (outcome === 'duplicate') {
    for (const one of await intents.ofEmail(stored, stored.emailKey!))
      if (isTwinOf(one, stored)) await intents.remove(one);
    outcome = await write();
  }
  if (outcome !== 'replaced') return null;
  for (const step of recoverySteps(read, stored)) await countRecovery(core, stored, step);
  return { ...stored, version: read.version + 1 };
}

/** Changes an intent by compare-and-set. `change` returns null where there is nothing to do. Returns what is stored. */
export async function changeIntent(
  core: WriteIntentNeeds,
  first: Intent,
  change: (intent: Intent) => Intent | null,
): Promise<Intent | null> {
  for (let read: Intent | null = first, tries = 0; read; read = await core.intents.byId(first.id)) {
    const next = change(read);
    if (!next) return read;
    const written = await writeIntent(core, read, next);
    if (written) return written;
    if ((tries += 1) === MAX_ATTEMPTS) throw new Error(`Others keep changing intent ${first.id}.`);
  }
  return null;
}
