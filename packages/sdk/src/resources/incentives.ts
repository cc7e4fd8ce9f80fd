import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/**
 * Returns the price of a service with a code, as a booking with `incentiveCode` would have it now. `ConflictError`
 * `INCENTIVE_REFUSED` has the reason in `details.incentive`; `RateLimitError` after too many wrong codes.
 */
export const checkIncentive = /* @__PURE__ */ operation<'checkIncentive'>(contract.checkIncentive);

/** Lists the codes of a coach for a lower price, the newest first, page by page. Coach side. */
export const listIncentives = /* @__PURE__ */ pagedOperation<'listIncentives'>(contract.listIncentives);

/** Takes a code back that no booking has; `ConflictError` `NOT_ALLOWED_NOW` when one has. Coach side. */
export const revokeIncentive = /* @__PURE__ */ operation<'revokeIncentive'>(contract.revokeIncentive);
