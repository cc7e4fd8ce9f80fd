import type { OperationId, UseCaseId } from '../../application/contract.ts';
import { Refusal } from '../../application/refusal.ts';
import type { HttpDeps } from './deps.ts';
import type { Step } from './exchange.ts';
import type { Metrics } from './metrics.ts';

export type OwnOperationId = Exclude<OperationId, UseCaseId>;

/** What is wrong with what the server needs; empty when nothing is. */
const failuresOf = (checks: Readonly<Record<string, string>>): string[] =>
  Object.entries(checks)
    .filter(([, state]) => state !== 'ok')
    .map(([name, state]) => `${name}: ${state}`);

/** The operations for those who run the server; open to all, so that a proxy may keep them inside. */
export const ownOperations = (
  { spec, readiness }: Pick<HttpDeps, 'spec' | 'readiness'>,
  metrics: Metrics,
): Record<OwnOperationId, Step> => ({
  getHealth: (_request, response) => {
    response.json({ success: true, data: { status: 'ok', version: spec.info.version, uptime: process.uptime() } });
  },
  getReadiness: async (_request, response) => {
    const checks = await readiness().catch(() => ({ readiness: 'no answer' }));
    const failures = failuresOf(checks);
    if (failures.length > 0) throw new Refusal('NOT_READY', failures.join(', '));
    response.json({ success: true, data: { status: 'ready', checks } });
  },
  getMetrics: async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text());
  },
});
