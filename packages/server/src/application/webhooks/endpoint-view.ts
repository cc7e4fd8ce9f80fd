import type { components } from '@coach-booking/contract/types';
import type { EndpointSecret, WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { livingSecrets } from '../../domain/webhook/endpoint.ts';
import type { Instant } from '@coach-booking/time/instant';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';

type Schemas = components['schemas'];

/** The version of the API whose shapes the bodies have. */
const API_VERSION = 'v1';
const HINT = 4;

const secretView = ({ id, key, createdAt, expiresAt }: EndpointSecret) => ({
  id,
  hint: key.slice(-HINT),
  createdAt: instantText(createdAt),
  ...present({ expiresAt: optionalText(expiresAt) }),
});

/** Returns an endpoint as the API shows it, with the secrets that sign at this instant, and none of them whole. */
export function endpointView(endpoint: WebhookEndpoint, realNow: Instant): Schemas['WebhookEndpoint'] {
  const { id, url, description, types, payload, state, disabledReason, version, createdAt } = endpoint;
  return {
    id,
    url,
    description,
    types: [...types],
    payload,
    state,
    ...present({
      disabledReason,
      disabledAt: optionalText(endpoint.disabledAt),
      failingSince: optionalText(endpoint.failingSince),
      lastDeliveredAt: optionalText(endpoint.lastDeliveredAt),
    }),
    secrets: livingSecrets(endpoint, realNow).map(secretView),
    apiVersion: API_VERSION,
    version,
    createdAt: instantText(createdAt),
  };
}

/** The same with its newest secret, which is shown this once. */
export function createdEndpointView(endpoint: WebhookEndpoint, realNow: Instant): Schemas['CreatedWebhookEndpoint'] {
  return { ...endpointView(endpoint, realNow), secret: endpoint.secrets[0]!.key };
}
