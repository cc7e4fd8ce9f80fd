import type { Instant } from '@coach-booking/time/instant';
import { forgiven, type WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { note, type AuditDeps } from '../audit/note.ts';
import type { InputOf } from '../kernel/contract.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkUrl } from '../access/allowed-url.ts';
import { changeEndpoint } from './change-endpoint.ts';
import { endpointView } from './endpoint-view.ts';

type UpdateNeeds = Pick<Core, 'webhookEndpoints' | 'outbound' | 'realNow'> & AuditDeps;

const switched = (
  endpoint: WebhookEndpoint,
  state: InputOf<'updateWebhookEndpoint'>['state'],
  now: Instant,
): WebhookEndpoint => {
  if (state === undefined || state === endpoint.state) return endpoint;
  if (state === 'active') return forgiven(endpoint);
  return { ...endpoint, state, disabledReason: 'by_hand', disabledAt: now };
};

/**
 * Changes an endpoint, or switches it off or on; switching it on forgives what has failed. Throws
 * WEBHOOK_ENDPOINT_NOT_FOUND, URL_NOT_ALLOWED, VERSION_CONFLICT.
 */
export const updateWebhookEndpoint: UseCase<'updateWebhookEndpoint', UpdateNeeds> =
  (core) =>
  async (context, { id, state, url, description, types, payload }) => {
    if (url !== undefined) await checkUrl(core, context, url);
    const changes = present({ url, description, types, payload });
    const endpoint = await changeEndpoint(core, context, id, (before) =>
      switched({ ...before, ...changes }, state, core.realNow()),
    );
    if (!context.dryRun) await note(core, context, 'webhook_endpoint.updated', { kind: 'webhook_endpoint', id });
    return { data: endpointView(endpoint, core.realNow()) };
  };
