export { getPushKey } from './get-push-key.ts';
export { addPushSubscription, listPushSubscriptions, removePushSubscription } from './push-subscriptions.ts';
