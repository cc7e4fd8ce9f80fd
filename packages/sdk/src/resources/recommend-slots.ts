import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Lists the best of the free slots of a range of at most 92 days, ten or up to `limit`. To the coach side each says why
 * it has its place (`reasons`), and with `leadId` the lead's hours count.
 */
export const recommendSlots = /* @__PURE__ */ operation<'recommendSlots'>(contract.recommendSlots);
