import { MAX_ENDPOINTS, type WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { note, type AuditDeps } from '../audit/note.ts';
import { identify } from '../idempotency/identify.ts';
import type { Context } from '../kernel/context.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkUrl } from '../access/allowed-url.ts';
import { changeEndpoint } from './change-endpoint.ts';
import { createdEndpointView } from './endpoint-view.ts';
import { makeSecret } from './secrets.ts';

type CreateNeeds = Pick<Core, 'webhookEndpoints' | 'outbound' | 'newId' | 'newSecret' | 'realNow' | 'idempotency'> &
  AuditDeps;

/** Stores a new one, or gives the one that an earlier request has made another secret, since the first is lost. */
const store = async (core: CreateNeeds, context: Context, endpoint: WebhookEndpoint): Promise<WebhookEndpoint> => {
  if (context.dryRun || (await core.webhookEndpoints.insert(endpoint))) return endpoint;
  return changeEndpoint(core, context, endpoint.id, (earlier) => ({ ...earlier, secrets: endpoint.secrets }));
};

/**
 * Makes an endpoint and shows its secret this once. A retry with the same idempotency key makes no second one, but
 * gives the first another secret. Throws URL_NOT_ALLOWED, INVALID_REQUEST for one too many, IDEMPOTENCY_MISMATCH.
 */
export const createWebhookEndpoint: UseCase<'createWebhookEndpoint', CreateNeeds> =
  (core) => async (context, input) => {
    const { url, description = '', types = ['*'], payload = 'full' } = input;
    await checkUrl(core, context, url);
    const id = context.dryRun ? core.newId() : (await identify(core, context, 'createWebhookEndpoint', input)).id;
    const existing = await core.webhookEndpoints.list(scopeOf(context));
    if (existing.filter((one) => one.id !== id).length >= MAX_ENDPOINTS)
      refuseInput('url', `A partner has at most ${MAX_ENDPOINTS} webhook endpoints in each mode: delete one first.`);
    const made = await store(core, context, {
      ...scopeOf(context),
      id,
      url,
      description,
      types,
      payload,
      state: 'active',
      secrets: [makeSecret(core, core.newId())],
      notices: [],
      version: 1,
      createdAt: core.realNow(),
    });
    if (!context.dryRun) await note(core, context, 'webhook_endpoint.created', { kind: 'webhook_endpoint', id });
    return { data: createdEndpointView(made, core.realNow()) };
  };
