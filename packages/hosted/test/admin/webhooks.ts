import type { WebhookDeliveryDetail, WebhookEndpoint } from '../../src/admin/calls.ts';
import { booking } from './bookings.ts';
import { id } from './ids.ts';

export const endpoint: WebhookEndpoint = {
  id: id(41),
  url: 'https://fit.example/hooks/bookings',
  description: 'CRM',
  types: ['booking.created', 'booking.cancelled'],
  payload: 'full',
  state: 'active',
  failingSince: '2028-04-11T08:00:00Z',
  lastDeliveredAt: '2028-04-11T07:00:00Z',
  secrets: [
    { id: id(42), hint: 'iR0=', createdAt: '2028-04-11T08:00:00Z' },
    { id: id(43), hint: 'aB9=', createdAt: '2028-04-01T08:00:00Z', expiresAt: '2028-04-12T08:00:00Z' },
  ],
  apiVersion: 'v1',
  version: 2,
  createdAt: '2028-04-01T08:00:00Z',
};

export const delivery: WebhookDeliveryDetail = {
  id: 'evt_1',
  endpointId: endpoint.id,
  eventId: 'evt_665f00000000000000000022',
  type: 'booking.created',
  bookingId: booking.id,
  state: 'due',
  code: '502',
  payload: 'full',
  attempts: 1,
  dueAt: '2028-04-11T13:00:06Z',
  createdAt: '2028-04-11T13:00:00Z',
  body: '{"id":"evt_665f00000000000000000022","type":"booking.created"}',
  attemptLog: [{ at: '2028-04-11T13:00:00Z', ms: 112, status: 502, code: '502', response: 'Bad gateway' }],
};
