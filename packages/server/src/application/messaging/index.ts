export { getMessaging } from './get-messaging.ts';
export { testMessaging } from './test-messaging.ts';
export { updateMessaging } from './update-messaging.ts';
