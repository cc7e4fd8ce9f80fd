import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** What the people of a booking were told, or will be, by when each is due. Coach side. */
export const listBookingMessages = /* @__PURE__ */ operation<'listBookingMessages'>(contract.listBookingMessages);

/**
 * Does what is due at the clock of the call (`now`), in mode test: sends nothing, but keeps each message for
 * `listTestMessages`. Secret test key.
 */
export const runDue = /* @__PURE__ */ operation<'runDue'>(contract.runDue);

/** The messages that would have been sent in mode test, whole, page by page. Secret test key. */
export const listTestMessages = /* @__PURE__ */ pagedOperation<'listTestMessages'>(contract.listTestMessages);

/** Lets the next messages of a channel fail in mode test. Secret test key. */
export const failTestProvider = /* @__PURE__ */ operation<'failTestProvider'>(contract.failTestProvider);
