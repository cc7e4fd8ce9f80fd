import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** Lists the messages of a booking, sent and due, by the time at which each is due. Coach side. */
export const listBookingMessages = /* @__PURE__ */ operation<'listBookingMessages'>(contract.listBookingMessages);

/** The messages of all bookings in one state, the one due last first, page by page. Secret key or admin. */
export const listMessages = /* @__PURE__ */ pagedOperation<'listMessages'>(contract.listMessages);

/** The mails about accounts in one state, the one due last first, page by page. Secret key or admin. */
export const listAccountMessages = /* @__PURE__ */ pagedOperation<'listAccountMessages'>(contract.listAccountMessages);

/**
 * Returns the number of messages that are due, late, being tried again, failed and unknown, by kind and channel. Secret
 * key or admin.
 */
export const getMessageSummary = /* @__PURE__ */ operation<'getMessageSummary'>(contract.getMessageSummary);

/**
 * Lists what people have unsubscribed from and their STOP to an SMS, the newest first, page by page; with `email` or
 * `phone`, those of that address. Secret key or admin.
 */
export const listOptOuts = /* @__PURE__ */ pagedOperation<'listOptOuts'>(contract.listOptOuts);

/**
 * Removes an opt-out by the person's own wish, so that they have such messages again. Throws `OPT_OUT_NOT_FOUND`.
 * Secret key or admin.
 */
export const removeOptOut = /* @__PURE__ */ operation<'removeOptOut'>(contract.removeOptOut);

/**
 * Sends a message again that failed, was skipped, or was perhaps not sent; returns the new one. Throws
 * `NOT_ALLOWED_NOW` for any other, and after five times, `MESSAGE_NOT_FOUND`. Coach side.
 */
export const sendMessageAgain = /* @__PURE__ */ operation<'sendMessageAgain'>(contract.sendMessageAgain);

/**
 * Returns the signed-in person's messages: each kind by e-mail, SMS and push, their own reminders, and how each channel
 * reaches them. Session.
 */
export const getNotifications = /* @__PURE__ */ operation<'getNotifications'>(contract.getNotifications);

/**
 * Changes what is given of that, such as `{ kinds: { cancelled: { push: true } }, reminders: [{ channel: 'push',
 * minutesBefore: 60 }] }`; `reminders: null` takes one's own back. Session. `RefusedError` `NOTIFICATION_REQUIRED` for
 * what cannot be switched off, `EMAIL_UNPROVEN`; `InvalidRequestError` for what one is not offered.
 */
export const updateNotifications = /* @__PURE__ */ operation<'updateNotifications'>(contract.updateNotifications);

/**
 * Runs the work that is due at the clock of the call (`now`), in mode test: sends nothing, but stores each message for
 * `listTestMessages`. Secret test key.
 */
export const runDue = /* @__PURE__ */ operation<'runDue'>(contract.runDue);

/** Lists the messages that would have been sent in mode test, whole, page by page. Secret test key. */
export const listTestMessages = /* @__PURE__ */ pagedOperation<'listTestMessages'>(contract.listTestMessages);

/** Makes the next messages of a channel fail in mode test. Secret test key. */
export const failTestProvider = /* @__PURE__ */ operation<'failTestProvider'>(contract.failTestProvider);
