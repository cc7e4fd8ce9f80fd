import { zoneRelease } from '@coach-booking/time/zone-data';
import type { InputOf, OperationId, UseCaseId } from '../../application/kernel/contract.ts';
import { Refusal } from '../../application/kernel/refusal.ts';
import { addressOf } from './auth/address.ts';
import type { HttpDeps } from './deps.ts';
import type { Step } from './request-state.ts';
import { streamSteps, type StreamDeps } from './live/stream-step.ts';
import type { Metrics } from './metrics.ts';

export type OwnOperationId = Exclude<OperationId, UseCaseId>;

/** Returns the failed checks of what the server needs; empty when there are none. */
const failuresOf = (checks: Readonly<Record<string, string>>): string[] =>
  Object.entries(checks)
    .filter(([, state]) => state !== 'ok')
    .map(([name, state]) => `${name}: ${state}`);

/**
 * Returns the operations for the operator, open to all, so that a proxy may keep them private; and those that stream.
 */
export function ownOperations(
  { spec, readiness, accessTokens, setUp, ...deps }: Pick<HttpDeps, 'spec' | 'readiness' | 'setUp'> & StreamDeps,
  metrics: Metrics,
): Record<OwnOperationId, Step> {
  return {
    ...streamSteps({ ...deps, accessTokens }),
    getHealth: (_request, response) => {
      response.json({ success: true, data: { status: 'ok', version: spec.info.version, uptime: process.uptime() } });
    },
    getReadiness: async (_request, response) => {
      const checks = await readiness().catch(() => ({ readiness: 'no answer' }));
      const failures = failuresOf(checks);
      if (failures.length > 0) throw new Refusal('NOT_READY', failures.join(', '));
      response.json({ success: true, data: { status: 'ready', checks, timeZones: zoneRelease } });
    },
    setUp: async (request, response) => {
      const { requestId } = response.locals.state;
      const dryRun = request.query['dryRun'] === 'true';
      const output = await setUp(
        { address: addressOf(request.ip), requestId, dryRun },
        request.body as InputOf<'setUp'>,
      );
      response.setHeader('Cache-Control', 'no-store');
      response.json({ success: true, ...output });
    },
    getKeySet: async (_request, response) => {
      // Public keys are open to all; five minutes are short beside the month by which a key is published ahead.
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cache-Control', 'public, max-age=300');
      response.json(await accessTokens.keySet());
    },
    getMetrics: async (_request, response) => {
      response.type(metrics.contentType).send(await metrics.text());
    },
  };
}
