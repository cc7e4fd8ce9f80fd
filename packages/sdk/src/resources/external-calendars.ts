import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Lists the coach's calendars kept elsewhere, the oldest first. Coach, admin or secret key. */
export const listExternalCalendars = /* @__PURE__ */ operation<'listExternalCalendars'>(contract.listExternalCalendars);

/**
 * Lets the busy time of a calendar count, by its secret address (`https:` or `webcal:`), or of chosen calendars of an
 * account (`kind`); it is read within a second or two, in mode test by `runDue`. `RefusedError` `URL_NOT_ALLOWED` for
 * an address that is not public. Coach, admin or secret key.
 */
export const createExternalCalendar = /* @__PURE__ */ operation<'createExternalCalendar'>(
  contract.createExternalCalendar,
);

/**
 * Signs in at an account's server and lists its calendars, to choose from; nothing is stored. `RefusedError`
 * `CALENDAR_ACCOUNT_FAILED` when that does not work, with the reason in `details.reason`. Coach, admin or secret key.
 */
export const discoverExternalCalendars = /* @__PURE__ */ operation<'discoverExternalCalendars'>(
  contract.discoverExternalCalendars,
);

/** Returns one calendar, with how its last reading went. Coach, admin or secret key. */
export const getExternalCalendar = /* @__PURE__ */ operation<'getExternalCalendar'>(contract.getExternalCalendar);

/**
 * Lists the calendars of the account of a calendar that is connected already, to choose again by
 * `updateExternalCalendar`. `RefusedError` as of `discoverExternalCalendars`. Coach, admin or secret key.
 */
export const listAccountCalendars = /* @__PURE__ */ operation<'listAccountCalendars'>(contract.listAccountCalendars);

/** Changes its name or its policy, or switches it off or on (`active`). Coach, admin or secret key. */
export const updateExternalCalendar = /* @__PURE__ */ operation<'updateExternalCalendar'>(
  contract.updateExternalCalendar,
);

/** Forgets a calendar and its busy time. Coach, admin or secret key. */
export const deleteExternalCalendar = /* @__PURE__ */ operation<'deleteExternalCalendar'>(
  contract.deleteExternalCalendar,
);

/** Has a calendar read anew, once a minute; `RateLimitedError` before. Coach, admin or secret key. */
export const refreshExternalCalendar = /* @__PURE__ */ operation<'refreshExternalCalendar'>(
  contract.refreshExternalCalendar,
);

/**
 * Writes a booking anew into a calendar in which somebody has moved or deleted it; see its `changes`. Coach, admin or
 * secret key.
 */
export const putBackExternalEvent = /* @__PURE__ */ operation<'putBackExternalEvent'>(contract.putBackExternalEvent);

/** Sets what the address of a test calendar answers; `runDue` reads it. Secret test key. */
export const answerTestCalendar = /* @__PURE__ */ operation<'answerTestCalendar'>(contract.answerTestCalendar);
