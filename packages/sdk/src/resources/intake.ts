import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Returns the questions of a service for visitors who book it, its consent and its waiver. The answers go to
 * `createBooking` as `intake`; `intakeProblems` says beforehand what it would refuse.
 */
export const getIntake = /* @__PURE__ */ operation<'getIntake'>(contract.getIntake);
