import type { PushSubscriptions } from '../../application/ports/push-subscriptions.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryPushSubscriptions({
  pushSubscriptions: devices,
}: Pick<MemoryState, 'pushSubscriptions'>): PushSubscriptions {
  const of = (userId: string) => [...devices.values()].filter((device) => device.userId === userId);
  return {
    of: async (userId) => of(userId).toSorted((a, b) => b.createdAt - a.createdAt || b.id.localeCompare(a.id)),
    save: async (subscription) => void devices.set(subscription.id, structuredClone(subscription)),
    forget: async (id) => void devices.delete(id),
    forgetAll: async (userId) => of(userId).forEach(({ id }) => devices.delete(id)),
  };
}
