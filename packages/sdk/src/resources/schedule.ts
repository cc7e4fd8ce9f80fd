import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Returns working hours, rules and date overrides. Secret key. */
export const getSchedule = /* @__PURE__ */ operation<'getSchedule'>(contract.getSchedule);

/**
 * Replaces the schedule; an absent field takes its default, except `timeZone`. With the `scheduleVersion` that was read
 * before, no other change is undone: `ConflictError` `VERSION_CONFLICT`. Bookings that no longer fit are named in
 * `conflicts`. Secret key.
 */
export const updateSchedule = /* @__PURE__ */ operation<'updateSchedule'>(contract.updateSchedule);

/** Changes the given fields of the schedule, keeps the rest; `scheduleVersion` as in `updateSchedule`. Secret key. */
export const patchSchedule = /* @__PURE__ */ operation<'patchSchedule'>(contract.patchSchedule);

/** Replaces the working hours of one date; no ranges means closed. Secret key. */
export const setDateOverride = /* @__PURE__ */ operation<'setDateOverride'>(contract.setDateOverride);

/** Returns that date to the weekly hours. Secret key. */
export const removeDateOverride = /* @__PURE__ */ operation<'removeDateOverride'>(contract.removeDateOverride);

/** Lists absences that overlap the range, or those not yet over; the earliest first. Secret key. */
export const listTimeOff = /* @__PURE__ */ operation<'listTimeOff'>(contract.listTimeOff);

/** Adds an absence; bookings inside it stay and are named in `conflicts`. Secret key. */
export const addTimeOff = /* @__PURE__ */ operation<'addTimeOff'>(contract.addTimeOff);

/** Removes an absence. Secret key. */
export const removeTimeOff = /* @__PURE__ */ operation<'removeTimeOff'>(contract.removeTimeOff);
