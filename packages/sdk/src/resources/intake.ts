import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Returns what is asked of whoever books a service: questions, a consent, a waiver. The answers go to `createBooking` as
 * `intake`; `intakeProblems` says beforehand what it would refuse.
 */
export const getIntake = /* @__PURE__ */ operation<'getIntake'>(contract.getIntake);
