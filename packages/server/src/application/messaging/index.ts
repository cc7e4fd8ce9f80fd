export { getMessaging } from './get-messaging.ts';
export { listOptOuts } from './list-opt-outs.ts';
export { removeOptOut } from './remove-opt-out.ts';
export { testMessaging } from './test-messaging.ts';
export { updateMessaging } from './update-messaging.ts';
