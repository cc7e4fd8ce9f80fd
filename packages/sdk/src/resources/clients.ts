import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** The bookings one has, or runs as a coach or their staff; by start, page by page. Session. */
export const listMyBookings = /* @__PURE__ */ pagedOperation<'listMyBookings'>(contract.listMyBookings);

/** Returns the profile of a client. Client's session. */
export const getMyProfile = /* @__PURE__ */ operation<'getMyProfile'>(contract.getMyProfile);

/** Changes what is given of the profile, keeps the rest; `null` takes a single value out. Client's session. */
export const updateMyProfile = /* @__PURE__ */ operation<'updateMyProfile'>(contract.updateMyProfile);

/**
 * The coaches who may see one's profile and logs, who ask (`state: 'asked'`), and whom one refused. Client's
 * session.
 */
export const listMyConnections = /* @__PURE__ */ operation<'listMyConnections'>(contract.listMyConnections);

/**
 * Shares one's profile with a coach: answers a question, or takes back a no. `NotFoundError` `CONNECTION_NOT_FOUND`.
 * Client's session.
 */
export const acceptConnection = /* @__PURE__ */ operation<'acceptConnection'>(contract.acceptConnection);

/**
 * Refuses a coach who asks. `ConflictError` `NOT_ALLOWED_NOW` where the profile is shared: withdraw that. Client's
 * session.
 */
export const declineConnection = /* @__PURE__ */ operation<'declineConnection'>(contract.declineConnection);

/**
 * Ends what a coach may see, at once. `NotFoundError` `CONNECTION_NOT_FOUND` when there is no such connection. Client's
 * session.
 */
export const withdrawConnection = /* @__PURE__ */ operation<'withdrawConnection'>(contract.withdrawConnection);

/** Lists one's workouts of at most 400 days, day by day, the newest first. Client's session. */
export const listMyWorkoutLogs = /* @__PURE__ */ operation<'listMyWorkoutLogs'>(contract.listMyWorkoutLogs);

/** Writes a workout down. Client's session. */
export const addWorkoutLog = /* @__PURE__ */ operation<'addWorkoutLog'>(contract.addWorkoutLog);

/** Changes what is given of a workout, keeps the rest. Client's session. */
export const updateWorkoutLog = /* @__PURE__ */ operation<'updateWorkoutLog'>(contract.updateWorkoutLog);

/** Removes a workout. Client's session. */
export const deleteWorkoutLog = /* @__PURE__ */ operation<'deleteWorkoutLog'>(contract.deleteWorkoutLog);

/** Lists one's meals of at most 400 days, day by day, the newest first. Client's session. */
export const listMyDietLogs = /* @__PURE__ */ operation<'listMyDietLogs'>(contract.listMyDietLogs);

/** Writes a meal down. Client's session. */
export const addDietLog = /* @__PURE__ */ operation<'addDietLog'>(contract.addDietLog);

/** Changes what is given of a meal, keeps the rest. Client's session. */
export const updateDietLog = /* @__PURE__ */ operation<'updateDietLog'>(contract.updateDietLog);

/** Removes a meal. Client's session. */
export const deleteDietLog = /* @__PURE__ */ operation<'deleteDietLog'>(contract.deleteDietLog);

/** Lists one's measurements of at most 400 days with a trend per metric. Client's session. */
export const listMyProgress = /* @__PURE__ */ operation<'listMyProgress'>(contract.listMyProgress);

/** Writes a measurement down. Client's session. */
export const addProgress = /* @__PURE__ */ operation<'addProgress'>(contract.addProgress);

/** Changes what is given of a measurement, keeps the rest. Client's session. */
export const updateProgress = /* @__PURE__ */ operation<'updateProgress'>(contract.updateProgress);

/** Removes a measurement. Client's session. */
export const deleteProgress = /* @__PURE__ */ operation<'deleteProgress'>(contract.deleteProgress);

/** The clients of a coach, page by page, and whether they share their profile. Coach side. */
export const listClients = /* @__PURE__ */ pagedOperation<'listClients'>(contract.listClients);

/**
 * A connected client with profile. `ForbiddenError` `PROFILE_NOT_SHARED` of a client who does not share it,
 * `NotFoundError` `CLIENT_NOT_FOUND` of everybody else. Coach side.
 */
export const getClient = /* @__PURE__ */ operation<'getClient'>(contract.getClient);

/** A connected client's workouts, in the client's dates. Coach side. */
export const listClientWorkoutLogs = /* @__PURE__ */ operation<'listClientWorkoutLogs'>(contract.listClientWorkoutLogs);

/** A connected client's meals, in the client's dates. Coach side. */
export const listClientDietLogs = /* @__PURE__ */ operation<'listClientDietLogs'>(contract.listClientDietLogs);

/** A connected client's measurements with trends, in the client's dates. Coach side. */
export const listClientProgress = /* @__PURE__ */ operation<'listClientProgress'>(contract.listClientProgress);
