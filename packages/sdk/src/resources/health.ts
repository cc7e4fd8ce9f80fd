import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Returns whether the process is alive. No key needed. */
export const getHealth = /* @__PURE__ */ operation<'getHealth'>(contract.getHealth);

/** Returns whether the server can serve requests; `ServerError` `NOT_READY` otherwise. No key needed. */
export const getReadiness = /* @__PURE__ */ operation<'getReadiness'>(contract.getReadiness);

/** Returns the metrics in the Prometheus text format. */
export const getMetrics = /* @__PURE__ */ operation<'getMetrics'>(contract.getMetrics);
