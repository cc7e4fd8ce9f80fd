import { latest, minus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { note, type AuditDeps } from '../audit/note.ts';
import { instantOf } from '../kernel/instants.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { findEndpoint } from './find-endpoint.ts';

type ReplayNeeds = Pick<Core, 'webhookEndpoints' | 'webhookDeliveries' | 'realNow'> & AuditDeps;

const AT_MOST = 1000;
const REACHES_BACK = 14 * DAY;

/**
 * Sends again what an endpoint has missed, with the ids and bodies of before. Throws WEBHOOK_ENDPOINT_NOT_FOUND,
 * RANGE_INVALID, NOT_ALLOWED_NOW for one that is disabled.
 */
export const replayWebhooks: UseCase<'replayWebhooks', ReplayNeeds> =
  (core) =>
  async (context, { id, from, to, states = ['failed', 'skipped'] }) => {
    const { state } = await findEndpoint(core, context, id);
    const now = core.realNow();
    const range = { from: latest(instantOf(from), minus(now, REACHES_BACK)), to: instantOf(to) };
    if (instantOf(to) <= instantOf(from)) throw new Refusal('RANGE_INVALID', 'to has to lie behind from.');
    if (state === 'disabled')
      throw new Refusal('NOT_ALLOWED_NOW', 'This endpoint is disabled: switch it on with { "state": "active" } first.');
    const query = { ...scopeOf(context), endpointId: id, ...range, states };
    const found = await core.webhookDeliveries.countReplayable({ ...query, limit: AT_MOST + 1 });
    const data = { deliveries: Math.min(found, AT_MOST), more: found > AT_MOST };
    if (context.dryRun) return { data };
    const deliveries = await core.webhookDeliveries.replay({ ...query, limit: AT_MOST }, now);
    await note(core, context, 'webhook_endpoint.replayed', { kind: 'webhook_endpoint', id });
    return { data: { ...data, deliveries } };
  };
