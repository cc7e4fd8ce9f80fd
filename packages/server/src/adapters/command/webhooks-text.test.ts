import { examples } from '@coach-booking/contract/examples';
import { expect, it } from 'vitest';
import { deliveryText, webhooksText } from './webhooks-text.ts';

const endpoint = examples.listWebhookEndpoints.body.data[0] as unknown as Parameters<typeof webhooksText>[0][0];
const delivery = examples.getWebhookDelivery.body.data as unknown as Parameters<typeof deliveryText>[0];

it('shows endpoints with their state, and deliveries with what became of them', () => {
  const failing = { ...endpoint, state: 'disabled', disabledReason: 'failing', failingSince: '2026-04-08T08:00:00Z' };
  const text = webhooksText([failing as typeof endpoint], [{ ...delivery, state: 'failed', code: '502' }]);
  expect(text).toContain('disabled (failing), failing since 2026-04-08T08:00:00Z; full; booking.created,');
  expect(text).toContain('failed     502  booking.created  attempts: 2');
  expect(text).toContain(delivery.id);
  expect(webhooksText([], [])).toBe('No webhook endpoints in this mode.\n\nNo deliveries.');
});

it('shows a delivery with its attempts and its body', () => {
  expect(deliveryText(delivery)).toContain('502  112 ms  Bad gateway');
  expect(deliveryText(delivery)).toContain(delivery.body);
  const { body: _body, ...erased } = { ...delivery, attemptLog: [] };
  expect(deliveryText(erased)).toContain('somebody in it was erased');
  expect(deliveryText(erased)).toContain('No attempts yet.');
});
