import type { WebhookType } from '../../domain/webhook/endpoint.ts';

/** A body as the contract shows it. */
export interface WebhookExample {
  readonly data: { readonly object: object };
}

/** Returns the example of a fact in the contract. Throws a RangeError for one that has none. */
export type WebhookExamples = (type: WebhookType) => WebhookExample;
