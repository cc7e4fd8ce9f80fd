import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { UseCases } from '../contract.ts';
import type { Partner, Partners } from '../ports/partners.ts';
import { Refusal } from '../refusal.ts';
import { loadDemoAccounts, type AccountsDeps } from './demo-accounts.ts';
import { demoCoaches } from './demo-coaches.ts';

/** The keys of the demo partner, printed at start and written in the docs. Test keys: they reach only the demo's own coaches. */
export const demoKeys = { publishable: 'pk_test_demo', secret: 'sk_test_demo' } as const;
const partnerId = 'de0000000000000000000001';

const demoPartner = (allowedOrigins: readonly string[]): Partner => ({
  id: partnerId,
  name: 'Harbour Strength',
  allowedOrigins,
  keys: [
    { id: 'de0000000000000000000002', kind: 'publishable', mode: 'test', lookup: demoKeys.publishable },
    { id: 'de0000000000000000000003', kind: 'secret', mode: 'test', lookup: createHash('sha256').update(demoKeys.secret).digest('hex') },
  ],
});

/**
 * Loads the demo partner, its coaches and their accounts where they are missing; what visitors did since stays. The origins are added to those of earlier
 * starts, since the demo's page may have another port than last time and another process may serve it too; the last 20 are kept.
 */
export async function loadDemo(
  deps: AccountsDeps & { readonly partners: Partners; readonly useCases: Pick<UseCases, 'createCoach'>; realNow(): number },
  origins: readonly string[],
): Promise<void> {
  const known = (await deps.partners.byId(partnerId))?.allowedOrigins ?? [];
  await deps.partners.put(demoPartner([...new Set([...known.filter((origin) => !origins.includes(origin)), ...origins])].slice(-20)));
  const context: Context = {
    caller: { kind: 'secret', partnerId, mode: 'test', keyId: 'demo', address: '127.0.0.1' },
    now: deps.realNow(),
    requestId: 'demo',
    dryRun: false,
  };
  for (const coach of demoCoaches) {
    await deps.useCases.createCoach(context, coach).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'SLUG_TAKEN')) throw error;
    });
  }
  await loadDemoAccounts(deps, context);
}
