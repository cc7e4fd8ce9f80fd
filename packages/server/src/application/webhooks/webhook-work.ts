import { tellOfEndpoints, type TellOfEndpointsNeeds } from './tell-of-endpoints.ts';
import type { WebhookSender } from './send-webhooks.ts';

/**
 * One pass over the webhooks of both modes, by real time (R11): makes due what the dead have left, notifies partners of
 * endpoints that fail, and begins to send. Any number of processes may do so at once.
 */
export async function webhookWork(core: TellOfEndpointsNeeds, sender: Pick<WebhookSender, 'pass'>): Promise<void> {
  await core.webhookDeliveries.endLeases(core.realNow());
  await tellOfEndpoints(core);
  await sender.pass();
}
