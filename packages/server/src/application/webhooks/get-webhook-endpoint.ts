import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { endpointView } from './endpoint-view.ts';
import { findEndpoint } from './find-endpoint.ts';

/** Returns one endpoint. Throws WEBHOOK_ENDPOINT_NOT_FOUND. */
export const getWebhookEndpoint: UseCase<'getWebhookEndpoint', Pick<Core, 'webhookEndpoints' | 'realNow'>> =
  (core) =>
  async (context, { id }) => ({ data: endpointView(await findEndpoint(core, context, id), core.realNow()) });
