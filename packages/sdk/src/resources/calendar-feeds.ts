import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * The calendar feeds of a coach, without their addresses; a member of the team sees those of their own sessions. Secret
 * key, or a session of the coach side.
 */
export const listCalendarFeeds = /* @__PURE__ */ operation<'listCalendarFeeds'>(contract.listCalendarFeeds);

/**
 * Makes a secret address at which other calendars read the coach's sessions, or one member's of the team (`staffId`):
 * `url` and `webcalUrl` are shown this once. `detail`: `busy`, `title` or `full`. `InvalidRequestError` for an
 * eleventh. Secret key, or a session of the coach side.
 */
export const createCalendarFeed = /* @__PURE__ */ operation<'createCalendarFeed'>(contract.createCalendarFeed);

/**
 * Changes what a feed contains, its name or its language; the address stays. Secret key, or a session of the coach
 * side.
 */
export const updateCalendarFeed = /* @__PURE__ */ operation<'updateCalendarFeed'>(contract.updateCalendarFeed);

/**
 * Gives a feed another address, shown this once; the old one ends at once. Secret key, or a session of the coach side.
 */
export const rollCalendarFeed = /* @__PURE__ */ operation<'rollCalendarFeed'>(contract.rollCalendarFeed);

/** Ends a feed: its address answers nothing from then on. Secret key, or a session of the coach side. */
export const deleteCalendarFeed = /* @__PURE__ */ operation<'deleteCalendarFeed'>(contract.deleteCalendarFeed);

/** The client's own calendar feeds, without their addresses. A client's session. */
export const listMyCalendarFeeds = /* @__PURE__ */ operation<'listMyCalendarFeeds'>(contract.listMyCalendarFeeds);

/**
 * Makes a secret address at which other calendars read one's bookings with all coaches: `url` and `webcalUrl` are shown
 * this once. `InvalidRequestError` for an eleventh. A client's session.
 */
export const createMyCalendarFeed = /* @__PURE__ */ operation<'createMyCalendarFeed'>(contract.createMyCalendarFeed);

/** Changes what one's feed contains, its name or its language; the address stays. A client's session. */
export const updateMyCalendarFeed = /* @__PURE__ */ operation<'updateMyCalendarFeed'>(contract.updateMyCalendarFeed);

/** Gives one's feed another address, shown this once; the old one ends at once. A client's session. */
export const rollMyCalendarFeed = /* @__PURE__ */ operation<'rollMyCalendarFeed'>(contract.rollMyCalendarFeed);

/** Ends one's feed: its address answers nothing from then on. A client's session. */
export const deleteMyCalendarFeed = /* @__PURE__ */ operation<'deleteMyCalendarFeed'>(contract.deleteMyCalendarFeed);
