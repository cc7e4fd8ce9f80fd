import {
  bindOperations,
  createTransport,
  getNotifications,
  updateNotifications,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { getNotifications, updateNotifications };

/** The calls of the choices about messages; tests replace them. */
export type NotificationCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Settings = OutputOf<'getNotifications'>;
export type Kind = Settings['kinds'][number];
export type Rule = NonNullable<Settings['reminders']>[number];
export type Channel = Rule['channel'];
export type Patch = NonNullable<Parameters<NotificationCalls['updateNotifications']>[0]>;

/** Returns the calls with the session of who signed in. */
export function notificationCalls(session: SessionToken, baseUrl: string): NotificationCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}
