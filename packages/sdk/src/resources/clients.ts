import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** Lists the bookings that one has, or runs as a coach or their staff; by start, page by page. Session. */
export const listMyBookings = /* @__PURE__ */ pagedOperation<'listMyBookings'>(contract.listMyBookings);

/** Returns the profile of a client. Client's session. */
export const getMyProfile = /* @__PURE__ */ operation<'getMyProfile'>(contract.getMyProfile);

/** Changes the given fields of the profile, keeps the rest; `null` removes a single value. Client's session. */
export const updateMyProfile = /* @__PURE__ */ operation<'updateMyProfile'>(contract.updateMyProfile);

/** Lists who read or changed what is one's own, the newest first, page by page. Client's session. */
export const listMyAudit = /* @__PURE__ */ pagedOperation<'listMyAudit'>(contract.listMyAudit);

/** Returns everything that is stored of oneself. Client's session. */
export const exportMe = /* @__PURE__ */ operation<'exportMe'>(contract.exportMe);

/**
 * Erases one's account and what is stored of oneself; every session ends, and nothing brings it back.
 * `AuthenticationError` `CREDENTIALS_WRONG`, `ConflictError` `NOT_ALLOWED_NOW` while there are bookings to come.
 * Client's session.
 */
export const eraseMe = /* @__PURE__ */ operation<'eraseMe'>(contract.eraseMe);

/**
 * Lists the coaches who may see one's profile and logs, who ask (`state: 'asked'`), and whom one refused. Client's
 * session.
 */
export const listMyConnections = /* @__PURE__ */ operation<'listMyConnections'>(contract.listMyConnections);

/**
 * Shares one's profile with a coach: answers a request, or reverts a refusal. `NotFoundError` `CONNECTION_NOT_FOUND`.
 * Client's session.
 */
export const acceptConnection = /* @__PURE__ */ operation<'acceptConnection'>(contract.acceptConnection);

/**
 * Refuses a coach who asks. `ConflictError` `NOT_ALLOWED_NOW` where the profile is shared: withdraw that. Client's
 * session.
 */
export const declineConnection = /* @__PURE__ */ operation<'declineConnection'>(contract.declineConnection);

/**
 * Ends a coach's access at once. `NotFoundError` `CONNECTION_NOT_FOUND` when there is no such connection. Client's
 * session.
 */
export const withdrawConnection = /* @__PURE__ */ operation<'withdrawConnection'>(contract.withdrawConnection);

/** Lists one's workouts of at most 400 days, day by day, the newest first. Client's session. */
export const listMyWorkoutLogs = /* @__PURE__ */ operation<'listMyWorkoutLogs'>(contract.listMyWorkoutLogs);

/** Adds a workout. Client's session. */
export const addWorkoutLog = /* @__PURE__ */ operation<'addWorkoutLog'>(contract.addWorkoutLog);

/** Changes the given fields of a workout, keeps the rest. Client's session. */
export const updateWorkoutLog = /* @__PURE__ */ operation<'updateWorkoutLog'>(contract.updateWorkoutLog);

/** Removes a workout. Client's session. */
export const deleteWorkoutLog = /* @__PURE__ */ operation<'deleteWorkoutLog'>(contract.deleteWorkoutLog);

/** Lists one's meals of at most 400 days, day by day, the newest first. Client's session. */
export const listMyDietLogs = /* @__PURE__ */ operation<'listMyDietLogs'>(contract.listMyDietLogs);

/** Adds a meal. Client's session. */
export const addDietLog = /* @__PURE__ */ operation<'addDietLog'>(contract.addDietLog);

/** Changes the given fields of a meal, keeps the rest. Client's session. */
export const updateDietLog = /* @__PURE__ */ operation<'updateDietLog'>(contract.updateDietLog);

/** Removes a meal. Client's session. */
export const deleteDietLog = /* @__PURE__ */ operation<'deleteDietLog'>(contract.deleteDietLog);

/** Lists one's measurements of at most 400 days with a trend per metric. Client's session. */
export const listMyProgress = /* @__PURE__ */ operation<'listMyProgress'>(contract.listMyProgress);

/** Adds a measurement. Client's session. */
export const addProgress = /* @__PURE__ */ operation<'addProgress'>(contract.addProgress);

/** Changes the given fields of a measurement, keeps the rest. Client's session. */
export const updateProgress = /* @__PURE__ */ operation<'updateProgress'>(contract.updateProgress);

/** Removes a measurement. Client's session. */
export const deleteProgress = /* @__PURE__ */ operation<'deleteProgress'>(contract.deleteProgress);

/** Lists the clients of a coach, page by page, and whether they share their profile. Coach side. */
export const listClients = /* @__PURE__ */ pagedOperation<'listClients'>(contract.listClients);

/**
 * Returns a connected client with the profile. `ForbiddenError` `PROFILE_NOT_SHARED` for a client who does not share
 * it, `NotFoundError` `CLIENT_NOT_FOUND` for every other person. Coach side.
 */
export const getClient = /* @__PURE__ */ operation<'getClient'>(contract.getClient);

/** Returns the coach's own notes on a client; version 0 and an empty text where there are none. Coach side. */
export const getClientNotes = /* @__PURE__ */ operation<'getClientNotes'>(contract.getClientNotes);

/**
 * Replaces the coach's own notes on a client. `ConflictError` `VERSION_CONFLICT` where they were changed since that
 * version was read. Coach side.
 */
export const updateClientNotes = /* @__PURE__ */ operation<'updateClientNotes'>(contract.updateClientNotes);

/** Lists a connected client's workouts, by dates in the client's zone. Coach side. */
export const listClientWorkoutLogs = /* @__PURE__ */ operation<'listClientWorkoutLogs'>(contract.listClientWorkoutLogs);

/** Lists a connected client's meals, by dates in the client's zone. Coach side. */
export const listClientDietLogs = /* @__PURE__ */ operation<'listClientDietLogs'>(contract.listClientDietLogs);

/** Lists a connected client's measurements with trends, by dates in the client's zone. Coach side. */
export const listClientProgress = /* @__PURE__ */ operation<'listClientProgress'>(contract.listClientProgress);
