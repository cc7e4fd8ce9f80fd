import type { Device, PushCalls } from '../src/push/calls.ts';

/** Returns devices with these ids. */
export const devicesOf = (...ids: readonly string[]): readonly Device[] =>
  ids.map((id) => ({ id, service: 'fcm.googleapis.com', createdAt: '2028-04-11T08:00:00Z' }));

/** Returns the calls of the section about push messages: these devices are there, what is written is taken. */
export function pushCalls(change: Partial<PushCalls> = {}, devices: readonly Device[] = []): PushCalls {
  return {
    getPushKey: async () => ({ publicKey: 'the-key' }),
    listPushSubscriptions: async () => devices,
    addPushSubscription: async () => devices[0],
    removePushSubscription: async () => ({}),
    ...change,
  } as unknown as PushCalls;
}
