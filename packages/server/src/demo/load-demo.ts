import type { Instant } from '@coach-booking/time/instant';
import type { UseCases } from '../application/kernel/contract.ts';
import type { Partners } from '../application/ports/partners.ts';
import { Refusal } from '../application/kernel/refusal.ts';
import { loadDemoAccounts, type AccountsDeps } from './demo-accounts.ts';
import { demoCoaches } from './demo-coaches.ts';
import { demoContext, loadDemoPartner } from './demo-partner.ts';

export { demoKeys } from './demo-partner.ts';

/**
 * Loads the demo partner, its coaches and their accounts where they are missing; what visitors did since stays. The
 * origins are added to those of earlier starts.
 */
export async function loadDemo(
  deps: AccountsDeps & {
    readonly partners: Partners;
    readonly useCases: Pick<UseCases, 'createCoach'>;
    realNow(): Instant;
  },
  origins: readonly string[],
): Promise<void> {
  await loadDemoPartner(deps.partners, origins, deps.realNow());
  const context = demoContext(deps.realNow());
  for (const coach of demoCoaches) {
    await deps.useCases.createCoach(context, coach).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'SLUG_TAKEN')) throw error;
    });
  }
  await loadDemoAccounts(deps, context);
}
