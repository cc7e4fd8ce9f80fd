import type { components } from '@coach-booking/contract/types';

type Schemas = components['schemas'];
type Endpoint = Schemas['WebhookEndpoint'];
type Delivery = Schemas['WebhookDelivery'];

const endpointLine = ({ id, url, state, disabledReason, failingSince, payload, types }: Endpoint): string => {
  const failing = failingSince === undefined ? '' : `, failing since ${failingSince}`;
  const reason = disabledReason === undefined ? '' : ` (${disabledReason})`;
  return `  ${id}  ${url}\n    ${state}${reason}${failing}; ${payload}; ${types.join(', ')}`;
};

const deliveryLine = ({ id, createdAt, type, state, code, attempts }: Delivery): string =>
  `  ${createdAt}  ${state.padEnd(9)}  ${code === undefined ? '' : `${code}  `}${type}  attempts: ${attempts}\n    ${id}`;

/** Returns the webhook endpoints of a partner as text, and what was sent to them, the newest first. */
export function webhooksText(endpoints: readonly Endpoint[], deliveries: readonly Delivery[]): string {
  return [
    endpoints.length === 0 ? 'No webhook endpoints in this mode.' : 'Webhook endpoints:',
    ...endpoints.map(endpointLine),
    '',
    deliveries.length === 0 ? 'No deliveries.' : 'Deliveries, the newest first, 50 at most:',
    ...deliveries.map(deliveryLine),
  ].join('\n');
}

/** Returns one delivery as text, with what came of each attempt and the text that is sent. */
export function deliveryText(delivery: Schemas['WebhookDeliveryDetail']): string {
  const { endpointId, body = 'Its body is gone: somebody in it was erased.', attemptLog } = delivery;
  const lines = attemptLog.map(
    ({ at, ms, status, code, response = '' }) =>
      `  ${at}  ${status ?? code ?? ''}  ${ms} ms${response === '' ? '' : `  ${response}`}`,
  );
  return [
    deliveryLine(delivery),
    `    at endpoint ${endpointId}`,
    '',
    lines.length === 0 ? 'No attempts yet.' : 'Attempts:',
    ...lines,
    '',
    body,
  ].join('\n');
}
