import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { endpointView } from './endpoint-view.ts';

/** Returns the endpoints of the caller's partner and mode, the oldest first. */
export const listWebhookEndpoints: UseCase<'listWebhookEndpoints', Pick<Core, 'webhookEndpoints' | 'realNow'>> =
  ({ webhookEndpoints, realNow }) =>
  async (context) => ({
    data: (await webhookEndpoints.list(scopeOf(context))).map((endpoint) => endpointView(endpoint, realNow())),
  });
