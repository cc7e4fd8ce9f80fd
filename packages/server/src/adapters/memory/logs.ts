import { inOrder, rangeProblem } from '../../domain/client/days.ts';
import type { LogKind } from '../../domain/client/log.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { LogName, LogQuery, Logs, StoredLog, StoredLogOf } from '../../application/ports/logs.ts';

/** Keeps logs in a map by id; stored objects are copies and never changed in place. */
export function createMemoryLogs(logs: Map<string, StoredLog> = new Map()): Logs {
  const of = ({ partnerId, mode }: LedgerScope, clientId: string): StoredLog[] =>
    [...logs.values()].filter((log) => log.partnerId === partnerId && log.mode === mode && log.clientId === clientId);
  const find = <K extends LogKind>(name: LogName<K>): StoredLogOf<K> | null =>
    (of(name, name.clientId).find(({ id, kind }) => id === name.id && kind === name.kind) as
      StoredLogOf<K> | undefined) ?? null;
  return {
    insert: async (log) => {
      if (logs.has(log.id)) return false;
      logs.set(log.id, structuredClone(log));
      return true;
    },
    insertMissing: async (given) => {
      for (const log of given) if (!logs.has(log.id)) logs.set(log.id, structuredClone(log));
    },
    find: async (name) => find(name),
    replace: async (log, expectedVersion) => {
      if (find(log)?.version !== expectedVersion) return false;
      logs.set(log.id, structuredClone(log));
      return true;
    },
    remove: async (name) => find(name) !== null && logs.delete(name.id),
    between: async <K extends LogKind>(query: LogQuery<K>) => {
      const problem = rangeProblem(query);
      if (problem) throw new RangeError(`No range of days: ${problem}.`);
      const isMeant = (log: StoredLog): log is StoredLogOf<K> =>
        log.kind === query.kind &&
        log.date >= query.from &&
        log.date <= query.to &&
        (query.metric === undefined || (log.kind === 'progress' && log.metric === query.metric));
      return of(query, query.clientId).filter(isMeant).sort(inOrder);
    },
    async *allOf<K extends LogKind>(scope: LedgerScope, clientId: string, kind: K) {
      yield* of(scope, clientId)
        .filter((log): log is StoredLogOf<K> => log.kind === kind)
        .sort(inOrder);
    },
    count: async (scope, clientId) => of(scope, clientId).length,
    removeAll: async (scope, clientId) => {
      const all = of(scope, clientId);
      for (const { id } of all) logs.delete(id);
      return all.length;
    },
  };
}
