import {
  webhookCountsSuite,
  webhookDeliveriesSuite,
  webhookEndpointsSuite,
} from '../../../test/stores/webhooks-suite.ts';
import { createMemoryState } from './memory-state.ts';
import { createMemoryWebhookDeliveries } from './webhook-deliveries.ts';
import { createMemoryWebhookEndpoints } from './webhook-endpoints.ts';

const state = createMemoryState();
webhookEndpointsSuite(() => createMemoryWebhookEndpoints(state));
webhookDeliveriesSuite(() => createMemoryWebhookDeliveries(state));
webhookCountsSuite(() => createMemoryWebhookDeliveries(state));
