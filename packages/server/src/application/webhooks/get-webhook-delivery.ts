import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { webhookDeliveryDetailView } from './delivery-view.ts';

/** Returns one delivery with its body and its attempts. Throws WEBHOOK_DELIVERY_NOT_FOUND. */
export const getWebhookDelivery: UseCase<'getWebhookDelivery', Pick<Core, 'webhookDeliveries'>> =
  ({ webhookDeliveries }) =>
  async (context, { id }) => {
    const found = await webhookDeliveries.byId(scopeOf(context), id);
    if (!found)
      throw new Refusal('WEBHOOK_DELIVERY_NOT_FOUND', `No webhook delivery ${id} in mode ${context.caller.mode}.`);
    return { data: webhookDeliveryDetailView(found) };
  };
