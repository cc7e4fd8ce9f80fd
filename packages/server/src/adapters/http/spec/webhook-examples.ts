import type { WebhookExample, WebhookExamples } from '../../../application/ports/webhook-examples.ts';
import type { OpenApiDocument } from './document.ts';

/** Returns what the contract shows as the body of each webhook. */
export function webhookExamplesOf({ webhooks }: OpenApiDocument): WebhookExamples {
  return (type) => {
    const example = webhooks[type]?.post.requestBody?.content['application/json']?.example;
    if (example === undefined) throw new RangeError(`The contract shows no example of ${type}.`);
    return example as WebhookExample;
  };
}
