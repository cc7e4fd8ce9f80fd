import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** Lists the people who booked a coach without an account, the newest first, page by page. Coach side. */
export const listLeads = /* @__PURE__ */ pagedOperation<'listLeads'>(contract.listLeads);

/** Returns a lead of a coach as it is now. `NotFoundError` `LEAD_NOT_FOUND`. Coach side. */
export const getLead = /* @__PURE__ */ operation<'getLead'>(contract.getLead);

/**
 * Sets the temperature to one's own value (`null` returns it to the score), or notes. `ConflictError`
 * `VERSION_CONFLICT`. Coach side.
 */
export const updateLead = /* @__PURE__ */ operation<'updateLead'>(contract.updateLead);
