import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Returns how many visits of a coach's widgets became bookings, by `groupBy`: `service` (default), `source`, `coach` or
 * `day`. Coach side.
 */
export const getConversion = /* @__PURE__ */ operation<'getConversion'>(contract.getConversion);

/** Returns the same over all coaches, by default by coach. With a secret key or the session of an admin. */
export const getPartnerConversion = /* @__PURE__ */ operation<'getPartnerConversion'>(contract.getPartnerConversion);

/** Returns what became of visitors who agreed to be written to before they booked. Coach side. */
export const getRecoveryFunnel = /* @__PURE__ */ operation<'getRecoveryFunnel'>(contract.getRecoveryFunnel);

/**
 * Counts a step of a visit; `<coach-booking>` does so by itself. An own page calls it once with `isFirst` when its
 * times are there, and once for each service whose times are shown (`viewed`) or of which one is chosen (`chosen`).
 */
export const countVisit = /* @__PURE__ */ operation<'countVisit'>(contract.countVisit);
