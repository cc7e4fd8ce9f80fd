import type { WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import type { Scope } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';

/**
 * Writes an endpoint by compare-and-set for this product itself: a change that is null writes nothing, and where others
 * keep changing it, or it was deleted, the next attempt notes the same.
 */
export function changeKnownEndpoint(
  { webhookEndpoints }: Pick<Core, 'webhookEndpoints'>,
  scope: Scope,
  id: string,
  change: (endpoint: WebhookEndpoint) => WebhookEndpoint | null,
): Promise<void> {
  return compareAndSet<WebhookEndpoint | null, void>({
    read: () => webhookEndpoints.byId(scope, id),
    write: async (before) => {
      const changed = before && change(before);
      if (!before || !changed) return undefined;
      return (await webhookEndpoints.replace(changed, before.version)) ? undefined : null;
    },
    otherwise: () => undefined,
  });
}
