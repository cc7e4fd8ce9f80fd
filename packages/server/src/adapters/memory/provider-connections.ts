import type { ConnectionAttempts, ProviderConnections } from '../../application/ports/provider-connections.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryProviderConnections({
  providerConnections: connections,
}: Pick<MemoryState, 'providerConnections'>): ProviderConnections {
  return {
    insert: async (connection) => {
      if (connections.has(connection.id)) return false;
      connections.set(connection.id, structuredClone(connection));
      return true;
    },
    byId: async (id) => structuredClone(connections.get(id) ?? null),
    ofCoach: async ({ partnerId, mode }, coachId) =>
      structuredClone(
        [...connections.values()]
          .filter((one) => one.partnerId === partnerId && one.mode === mode && one.coachId === coachId)
          .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
      ),
    ofSubject: async (subjectKey) =>
      structuredClone([...connections.values()].filter((one) => one.subjectKey === subjectKey)),
    replace: async (connection, expectedVersion) => {
      if (connections.get(connection.id)?.version !== expectedVersion) return false;
      connections.set(connection.id, structuredClone({ ...connection, version: expectedVersion + 1 }));
      return true;
    },
    remove: async (id, expectedVersion) => connections.get(id)?.version === expectedVersion && connections.delete(id),
    withTask: async (limit) =>
      structuredClone([...connections.values()].filter(({ task }) => task !== undefined).slice(0, limit)),
  };
}

export function createMemoryConnectionAttempts({
  connectionAttempts: attempts,
}: Pick<MemoryState, 'connectionAttempts'>): ConnectionAttempts {
  return {
    insert: async (attempt) => void attempts.set(attempt.id, structuredClone(attempt)),
    byId: async (id) => structuredClone(attempts.get(id) ?? null),
    take: async (id) => {
      const taken = attempts.get(id) ?? null;
      attempts.delete(id);
      return taken;
    },
  };
}
