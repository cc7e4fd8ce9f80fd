import type { WebhookEndpoints } from '../../application/ports/webhook-endpoints.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryWebhookEndpoints({
  webhookEndpoints: endpoints,
}: Pick<MemoryState, 'webhookEndpoints'>): WebhookEndpoints {
  const all = () => [...endpoints.values()];
  return {
    insert: async (endpoint) => {
      if (endpoints.has(endpoint.id)) return false;
      endpoints.set(endpoint.id, structuredClone(endpoint));
      return true;
    },
    byId: async ({ partnerId, mode }, id) =>
      all().find((one) => one.id === id && one.partnerId === partnerId && one.mode === mode) ?? null,
    list: async ({ partnerId, mode }) =>
      all()
        .filter((one) => one.partnerId === partnerId && one.mode === mode)
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    countDisabled: async ({ partnerId, mode }) =>
      all().filter(
        (one) =>
          one.mode === mode && one.state === 'disabled' && (partnerId === undefined || one.partnerId === partnerId),
      ).length,
    replace: async (endpoint, expectedVersion) => {
      if (endpoints.get(endpoint.id)?.version !== expectedVersion) return false;
      endpoints.set(endpoint.id, structuredClone({ ...endpoint, version: expectedVersion + 1 }));
      return true;
    },
    remove: async ({ partnerId, mode }, id) => {
      const found = endpoints.get(id);
      return found?.partnerId === partnerId && found.mode === mode && endpoints.delete(id);
    },
    withNotices: async (realNow, limit) =>
      all()
        .filter(({ notices }) => notices.some(({ dueAt }) => dueAt <= realNow))
        .slice(0, limit),
  };
}
