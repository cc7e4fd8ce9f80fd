import type { WebhookDelivery, WebhookState } from '../../domain/webhook/webhook-delivery.ts';
import { page } from '../kernel/page.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { WebhookDeliveryPosition } from '../ports/webhook-deliveries.ts';
import { webhookDeliveryView } from './delivery-view.ts';

/**
 * Returns what was sent to endpoints of the caller's partner and mode, page by page, the newest first. Throws
 * INVALID_REQUEST for a cursor of another list.
 */
export const listWebhookDeliveries: UseCase<'listWebhookDeliveries', Pick<Core, 'tokens' | 'webhookDeliveries'>> =
  (core) => async (context, input) => {
    const { endpointId, state, type, bookingId } = input;
    // To the reader one that is being prepared is still due.
    const states: readonly WebhookState[] | undefined = state === 'due' ? ['due', 'leased'] : state && [state];
    const wanted = { ...scopeOf(context), ...present({ endpointId, states, type, bookingId }) };
    const listing = {
      list: 'listWebhookDeliveries' as const,
      filters: wanted,
      positionOf: ({ createdAt, id }: WebhookDelivery) => ({ createdAt, id }),
      read: async (asked: { readonly after?: WebhookDeliveryPosition; readonly limit: number }) => ({
        rows: await core.webhookDeliveries.list({ ...wanted, ...asked }),
      }),
    };
    const { rows, meta } = await page(core, listing, input);
    return { data: rows.map(webhookDeliveryView), meta };
  };
