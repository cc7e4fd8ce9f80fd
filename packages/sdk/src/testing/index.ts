/**
 * Tools for tests with the SDK: the API as msw handlers, a `fetch` of prepared answers, and the objects of the
 * contract's examples.
 */
export { answered, fakeFetch } from './fake-fetch.ts';
export type { FakeAnswer, FakeFetch, SentRequest } from './fake-fetch.ts';
export { exampleOf, fixtures } from './fixtures.ts';
export { handlers } from './handlers.ts';
export type { Answer, HandlersOptions } from './handlers.ts';
export { signWebhook, webhookExample } from './sign-webhook.ts';
export type { SignedWebhook } from './sign-webhook.ts';
export { problem, statusOf } from './problem.ts';
export type { ErrorBody } from './problem.ts';
