import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** The webhook endpoints of the key's mode, the oldest first. Secret key or an admin's session. */
export const listWebhookEndpoints = /* @__PURE__ */ operation<'listWebhookEndpoints'>(contract.listWebhookEndpoints);

/**
 * Makes a webhook endpoint, whose secret is shown this once. `RefusedError` `URL_NOT_ALLOWED` for an address that is
 * not public. Secret key or an admin's session.
 */
export const createWebhookEndpoint = /* @__PURE__ */ operation<'createWebhookEndpoint'>(contract.createWebhookEndpoint);

/** One webhook endpoint. Secret key or an admin's session. */
export const getWebhookEndpoint = /* @__PURE__ */ operation<'getWebhookEndpoint'>(contract.getWebhookEndpoint);

/** Changes a webhook endpoint, or switches it off or on (`state`). Secret key or an admin's session. */
export const updateWebhookEndpoint = /* @__PURE__ */ operation<'updateWebhookEndpoint'>(contract.updateWebhookEndpoint);

/** Deletes a webhook endpoint; what waits for it is skipped. Secret key or an admin's session. */
export const deleteWebhookEndpoint = /* @__PURE__ */ operation<'deleteWebhookEndpoint'>(contract.deleteWebhookEndpoint);

/**
 * Makes another secret, shown this once; the old one signs beside it for `overlapHours` (24). Secret key or an admin's
 * session.
 */
export const rollWebhookSecret = /* @__PURE__ */ operation<'rollWebhookSecret'>(contract.rollWebhookSecret);

/**
 * Sends an example now, and returns the receiver's answer and what is wrong with it. Secret key or an admin's session.
 */
export const testWebhookEndpoint = /* @__PURE__ */ operation<'testWebhookEndpoint'>(contract.testWebhookEndpoint);

/**
 * Sends again what an endpoint has missed, 14 days back at most, with the ids and bodies of before. `ConflictError`
 * `NOT_ALLOWED_NOW` for one that is disabled. Secret key or an admin's session.
 */
export const replayWebhooks = /* @__PURE__ */ operation<'replayWebhooks'>(contract.replayWebhooks);

/** Lists the deliveries to webhook endpoints, page by page, the newest first. Secret key or an admin's session. */
export const listWebhookDeliveries = /* @__PURE__ */ pagedOperation<'listWebhookDeliveries'>(
  contract.listWebhookDeliveries,
);

/** One delivery, with its body and its attempts. Secret key or an admin's session. */
export const getWebhookDelivery = /* @__PURE__ */ operation<'getWebhookDelivery'>(contract.getWebhookDelivery);
