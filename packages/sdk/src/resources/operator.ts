import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** Lists the partners of the server, the oldest first, page by page. The operator's key. */
export const listPartners = /* @__PURE__ */ pagedOperation<'listPartners'>(contract.listPartners);

/**
 * Opens a business: its keys and the link for its first admin are returned once. `ConflictError` `SLUG_TAKEN`. The
 * operator's key.
 */
export const createPartner = /* @__PURE__ */ operation<'createPartner'>(contract.createPartner);

/**
 * Opens the first business of a server, with the one-time code that its start printed; needs no key. Called by the page
 * `/setup`.
 */
export const setUp = /* @__PURE__ */ operation<'setUp'>(contract.setUp);

/** Returns one partner, by id or slug. The operator's key. */
export const getOperatedPartner = /* @__PURE__ */ operation<'getOperatedPartner'>(contract.getOperatedPartner);

/** Changes, suspends or resumes a partner, and sets its limits. The operator's key. */
export const updateOperatedPartner = /* @__PURE__ */ operation<'updateOperatedPartner'>(contract.updateOperatedPartner);

/**
 * Returns a link by which an admin of a partner chooses a password, for 7 days; no mail is sent. The operator's key.
 */
export const createAdminLink = /* @__PURE__ */ operation<'createAdminLink'>(contract.createAdminLink);
