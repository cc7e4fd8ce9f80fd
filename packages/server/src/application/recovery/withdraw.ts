import type { Instant } from '@coach-booking/time/instant';
import { withdrawn, type Intent } from '../../domain/recovery/intent.ts';
import type { Core } from '../ports/core.ts';
import { leadIdOf, tidyLead, type TidyLeadNeeds } from './lead-of-intent.ts';
import { changeIntent, type WriteIntentNeeds } from './write-intent.ts';

export type WithdrawNeeds = TidyLeadNeeds & WriteIntentNeeds;

/** Removes the person from an intent, and the lead where nothing else is known of it. Idempotent. */
export async function withdraw(core: WithdrawNeeds, intent: Intent, now: Instant): Promise<void> {
  if (!intent.contact) return;
  const { leadId = leadIdOf(intent.id) } = intent;
  await changeIntent(core, intent, (read) => (read.contact ? withdrawn(read, leadIdOf(read.id), now) : null));
  await tidyLead(core, intent, leadId, now);
}

/** Returns the intent, and the others of the same person with the same coach. */
const allOf = async ({ intents }: Pick<Core, 'intents'>, intent: Intent): Promise<readonly Intent[]> => {
  if (intent.emailKey === undefined) return [];
  return (await intents.ofEmail(intent, intent.emailKey)).filter(({ coachId }) => coachId === intent.coachId);
};

/** Removes the person from an intent, and from what else the same person did not finish with this coach. */
export async function withdrawPerson(core: WithdrawNeeds, intent: Intent, now: Instant): Promise<void> {
  for (const one of await allOf(core, intent)) await withdraw(core, one, now);
}
