import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Whether the guest of an `unproven` booking has confirmed by mail: `waiting`, `proven` or `gone`. */
export const getBookingProof = /* @__PURE__ */ operation<'getBookingProof'>(contract.getBookingProof);
