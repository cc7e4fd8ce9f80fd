import type { Connections, StoredConnection } from '../../application/ports/connections.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';

const keyOf = ({ clientId, coachId }: Pick<StoredConnection, 'clientId' | 'coachId'>): string =>
  `${clientId}:${coachId}`;
const byCoach = (a: StoredConnection, b: StoredConnection): number => (a.coachId < b.coachId ? -1 : 1);

/** Keeps connections in a map by client and coach; stored objects are copies and never changed in place. */
export function createMemoryConnections(connections: Map<string, StoredConnection> = new Map()): Connections {
  const inScope = ({ partnerId, mode }: LedgerScope): StoredConnection[] =>
    [...connections.values()].filter((each) => each.partnerId === partnerId && each.mode === mode);
  const find = (scope: LedgerScope, clientId: string, coachId: string): StoredConnection | null =>
    inScope(scope).find((each) => keyOf(each) === keyOf({ clientId, coachId })) ?? null;
  const allOf = (scope: LedgerScope, clientId: string): StoredConnection[] =>
    inScope(scope)
      .filter((each) => each.clientId === clientId)
      .sort(byCoach);
  return {
    find: async (scope, clientId, coachId) => find(scope, clientId, coachId),
    insert: async (connection) => {
      if (connections.has(keyOf(connection))) return false;
      connections.set(keyOf(connection), structuredClone(connection));
      return true;
    },
    replace: async (connection, expectedVersion) => {
      if (find(connection, connection.clientId, connection.coachId)?.version !== expectedVersion) return false;
      connections.set(keyOf(connection), structuredClone(connection));
      return true;
    },
    ofCoach: async ({ coachId, clientIds, after = '', limit, ...scope }) =>
      inScope(scope)
        .filter((each) => each.coachId === coachId && each.clientId > after)
        .filter(({ clientId }) => clientIds?.includes(clientId) ?? true)
        .sort((a, b) => (a.clientId < b.clientId ? -1 : 1))
        .slice(0, limit),
    allOf: async (scope, clientId) => allOf(scope, clientId),
    removeAll: async (scope, clientId) => {
      const all = allOf(scope, clientId);
      for (const each of all) connections.delete(keyOf(each));
      return all.length;
    },
  };
}
