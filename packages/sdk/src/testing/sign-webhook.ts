import { webhookExamples } from '@coach-booking/contract/examples';
import type { WebhookEvent, WebhookEventType } from '../webhooks/events.ts';
import { signatureOf } from '../webhooks/signature.ts';

/** A request as an endpoint gets it. */
export interface SignedWebhook {
  /** The very text that is signed. */
  readonly body: string;
  readonly headers: Readonly<Record<'content-type' | 'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>>;
}

/** Returns the contract's example of an event, to be changed by a test. */
export function webhookExample<Type extends WebhookEventType>(type: Type): Extract<WebhookEvent, { type: Type }> {
  return structuredClone(webhookExamples[type]) as unknown as Extract<WebhookEvent, { type: Type }>;
}

/**
 * Returns an event signed as the product signs it, for tests of one's own receiver. With several secrets it has a
 * signature of each.
 * @param now the clock of the signature, in milliseconds since 1970
 */
export async function signWebhook(
  event: Pick<WebhookEvent, 'id'>,
  secret: string | readonly string[],
  { now = Date.now() }: { readonly now?: number } = {},
): Promise<SignedWebhook> {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(now / 1000));
  const signed = { id: event.id, timestamp, body: new TextEncoder().encode(body) };
  const secrets = typeof secret === 'string' ? [secret] : secret;
  const signatures = await Promise.all(secrets.map((each) => signatureOf(each, signed)));
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': event.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    },
  };
}
