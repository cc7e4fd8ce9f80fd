import type { Booking } from '../../domain/booking/booking.ts';
import type { WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { contactOf } from '../people/contacts.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Core } from '../ports/core.ts';
import { webhooksOf } from './derive-webhooks.ts';

export type TellEndpointsNeeds = JoinUrlNeeds &
  Pick<Core, 'webhookEndpoints' | 'webhookDeliveries' | 'leads' | 'users' | 'realNow'>;

/**
 * Returns a function that stores the deliveries to partners' endpoints about the events of bookings, before the events
 * go. Of one pass: it reads the endpoints of each partner once.
 */
export function createTellEndpoints(core: TellEndpointsNeeds): (booking: Booking) => Promise<void> {
  const known = new Map<string, Promise<readonly WebhookEndpoint[]>>();
  const endpointsOf = ({ partnerId, mode }: Booking): Promise<readonly WebhookEndpoint[]> => {
    const key = `${partnerId} ${mode}`;
    const found = known.get(key) ?? core.webhookEndpoints.list({ partnerId, mode });
    known.set(key, found);
    return found;
  };
  return async (booking) => {
    const endpoints = await endpointsOf(booking);
    if (endpoints.length === 0) return;
    const rows = webhooksOf(core, booking, await contactOf(core, booking), endpoints, core.realNow());
    if (rows.length > 0) await core.webhookDeliveries.insert(rows);
  };
}
