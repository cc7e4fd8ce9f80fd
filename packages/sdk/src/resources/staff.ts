import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Lists the team of a coach, by name. Coach side. */
export const listStaff = /* @__PURE__ */ operation<'listStaff'>(contract.listStaff);

/** Adds a member to the team. Coach side. */
export const createStaff = /* @__PURE__ */ operation<'createStaff'>(contract.createStaff);

/** Changes the given fields of a member, keeps the rest. Coach side. */
export const updateStaff = /* @__PURE__ */ operation<'updateStaff'>(contract.updateStaff);

/**
 * Removes a member from the team. `ConflictError` `NOT_ALLOWED_NOW` while a future booking is assigned to that member.
 * Coach side.
 */
export const deleteStaff = /* @__PURE__ */ operation<'deleteStaff'>(contract.deleteStaff);
