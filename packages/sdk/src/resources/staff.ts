import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** The team of a coach, by name. Coach side. */
export const listStaff = /* @__PURE__ */ operation<'listStaff'>(contract.listStaff);

/** Adds somebody to the team. Coach side. */
export const createStaff = /* @__PURE__ */ operation<'createStaff'>(contract.createStaff);

/** Changes what is given of a member, keeps the rest. Coach side. */
export const updateStaff = /* @__PURE__ */ operation<'updateStaff'>(contract.updateStaff);

/** Removes from the team. `ConflictError` `NOT_ALLOWED_NOW` while a booking to come is theirs. Coach side. */
export const deleteStaff = /* @__PURE__ */ operation<'deleteStaff'>(contract.deleteStaff);
