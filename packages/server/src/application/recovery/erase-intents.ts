import { statusAt, type Intent } from '../../domain/recovery/intent.ts';
import type { Instant } from '@coach-booking/time/instant';
import { countRecovery, type CountRecoveryNeeds } from '../funnel/count-recovery.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { hasBookedSince, type BookedSinceNeeds } from './booked-since.ts';

export type EraseIntentsNeeds = Pick<Core, 'intents' | 'recoveryCounts' | 'testMessages' | 'visits'> &
  BookedSinceNeeds &
  CountRecoveryNeeds;

/** Returns the intents of these addresses, of all coaches. */
export async function intentsOf(
  { intents }: Pick<Core, 'intents'>,
  scope: LedgerScope,
  emailKeys: readonly string[],
): Promise<readonly Intent[]> {
  const found = await Promise.all(emailKeys.map((emailKey) => intents.ofEmail(scope, emailKey)));
  return found.flat();
}

/**
 * Counts what is not counted yet: the figures of the coach stay when the person goes. Returns whether the intent is
 * abandoned without that being recorded. R43.
 */
const countFirst = async (core: EraseIntentsNeeds, intent: Intent, now: Instant): Promise<boolean> => {
  for (const count of intent.uncounted) await core.recoveryCounts.add(intent, intent.coachId, count, intent.id);
  const isUnrecorded = intent.status === 'captured' && statusAt(intent, now) !== 'captured';
  if (!isUnrecorded || (await hasBookedSince(core, intent))) return false;
  await core.recoveryCounts.add(intent, intent.coachId, 'abandoned', intent.id);
  return true;
};

/** Deletes the intents of these addresses, despite other writers; the counts of the coaches stay. Idempotent. */
export async function eraseIntents(
  core: EraseIntentsNeeds,
  scope: LedgerScope,
  emailKeys: readonly string[],
  now: Instant,
): Promise<void> {
  for (let found = await intentsOf(core, scope, emailKeys); found.length > 0;) {
    for (const intent of found) {
      const isAbandoned = await countFirst(core, intent, now);
      // Before it and after it: a message that is on its way finds the intent until then.
      await core.testMessages.forget(scope, [intent.id]);
      if (!(await core.intents.remove(intent))) continue;
      await core.testMessages.forget(scope, [intent.id]);
      if (isAbandoned) await countRecovery(core, intent, 'abandoned');
      await core.visits.forget([intent.id]);
    }
    found = await intentsOf(core, scope, emailKeys);
  }
}
