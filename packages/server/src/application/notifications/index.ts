export { getNotifications } from './get-notifications.ts';
export { updateNotifications } from './update-notifications.ts';
