import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** The key for `pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })`. Any key or session. */
export const getPushKey = /* @__PURE__ */ operation<'getPushKey'>(contract.getPushKey);

/** The devices on which one has switched push messages on. Session. */
export const listPushSubscriptions = /* @__PURE__ */ operation<'listPushSubscriptions'>(contract.listPushSubscriptions);

/** Sends one's push messages to a device: what `PushSubscription.toJSON()` of the browser gives. Session. */
export const addPushSubscription = /* @__PURE__ */ operation<'addPushSubscription'>(contract.addPushSubscription);

/** Sends no more to a device. Session. */
export const removePushSubscription = /* @__PURE__ */ operation<'removePushSubscription'>(
  contract.removePushSubscription,
);
