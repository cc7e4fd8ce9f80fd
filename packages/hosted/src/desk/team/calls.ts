import {
  bindOperations,
  createStaff,
  createTransport,
  createUser,
  deleteStaff,
  getCalendarWeek,
  getCoach,
  listStaff,
  updateStaff,
  type Bound,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { createStaff, createUser, deleteStaff, getCalendarWeek, getCoach, listStaff, updateStaff };

/** The calls of the team; tests replace them. */
export type TeamCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };
export type Week = Awaited<ReturnType<TeamCalls['getCalendarWeek']>>;
export type Member = Awaited<ReturnType<TeamCalls['listStaff']>>[number];

/** Returns the calls with the session of who signed in. */
export function teamCalls(session: SessionToken, baseUrl: string): TeamCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}
