import type { WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { findEndpoint } from './find-endpoint.ts';

export type ChangeEndpointNeeds = Pick<Core, 'webhookEndpoints'>;

/**
 * Writes an endpoint of the caller by compare-and-set, and applies the change again to what a faster writer wrote. A
 * change that is null writes nothing, nor does a dry run. Returns it as it is now. Throws WEBHOOK_ENDPOINT_NOT_FOUND,
 * VERSION_CONFLICT, and what the change throws.
 */
export function changeEndpoint(
  core: ChangeEndpointNeeds,
  context: Context,
  id: string,
  change: (endpoint: WebhookEndpoint) => WebhookEndpoint | null,
): Promise<WebhookEndpoint> {
  return compareAndSet<WebhookEndpoint, WebhookEndpoint>({
    read: () => findEndpoint(core, context, id),
    write: async (before) => {
      const changed = change(before);
      if (!changed) return before;
      const written = { ...changed, version: before.version + 1 };
      return context.dryRun || (await core.webhookEndpoints.replace(changed, before.version)) ? written : null;
    },
    otherwise: (last) => refuseConflict('Others keep changing this endpoint.', last),
  });
}
