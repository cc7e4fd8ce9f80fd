import { note, type AuditDeps } from '../audit/note.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { findEndpoint } from './find-endpoint.ts';

type DeleteNeeds = Pick<Core, 'webhookEndpoints'> & AuditDeps;

/** Deletes an endpoint; what waits for it is skipped when it is due. Throws WEBHOOK_ENDPOINT_NOT_FOUND. */
export const deleteWebhookEndpoint: UseCase<'deleteWebhookEndpoint', DeleteNeeds> =
  (core) =>
  async (context, { id }) => {
    await findEndpoint(core, context, id);
    if (!context.dryRun && (await core.webhookEndpoints.remove(scopeOf(context), id)))
      await note(core, context, 'webhook_endpoint.deleted', { kind: 'webhook_endpoint', id });
    return { data: { id, removed: true } };
  };
