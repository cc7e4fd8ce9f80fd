import type { WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';

/** Returns an endpoint of the caller's partner and mode. Throws WEBHOOK_ENDPOINT_NOT_FOUND. */
export async function findEndpoint(
  { webhookEndpoints }: Pick<Core, 'webhookEndpoints'>,
  context: Context,
  id: string,
): Promise<WebhookEndpoint> {
  const found = await webhookEndpoints.byId(scopeOf(context), id);
  if (!found)
    throw new Refusal('WEBHOOK_ENDPOINT_NOT_FOUND', `No webhook endpoint ${id} in mode ${context.caller.mode}.`);
  return found;
}
