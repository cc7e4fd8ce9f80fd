import { instant } from '@coach-booking/time/instant';
import {
  ERASED_ID,
  type Audit,
  type AuditEntry,
  type AuditPosition,
  type AuditQuery,
} from '../../application/ports/audit.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';

const newestFirst = (a: AuditPosition, b: AuditPosition): number =>
  b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** Appends to a list, which tests read. */
export function createMemoryAudit(entries: AuditEntry[] = []): Audit {
  const inScope = ({ partnerId, mode }: LedgerScope): AuditEntry[] =>
    entries.filter((entry) => entry.partnerId === partnerId && entry.mode === mode).sort(newestFirst);
  const asked = ({
    from = instant(-Infinity),
    to = instant(Infinity),
    actions,
    subjectId,
    byId,
    ...scope
  }: Omit<AuditQuery, 'after' | 'limit'>) =>
    inScope(scope)
      .filter((entry) => entry.at >= from && entry.at < to)
      .filter((entry) => !actions || actions.includes(entry.action))
      .filter(({ subject }) => subjectId === undefined || subject.id === subjectId)
      .filter(({ by }) => byId === undefined || by.id === byId);
  const naming = (scope: LedgerScope, personId: string): AuditEntry[] =>
    inScope(scope).filter(({ by, subject }) => by.id === personId || subject.id === personId);
  return {
    append: async (entry) => {
      if (entries.some(({ id }) => id === entry.id)) throw new Error(`Audit entry ${entry.id} is written already.`);
      entries.push(structuredClone(entry));
    },
    list: async ({ after, limit, ...query }) =>
      asked(query)
        .filter((entry) => !after || newestFirst(after, entry) < 0)
        .slice(0, limit),
    count: async (query, most) => Math.min(asked(query).length, most),
    async *allOf(scope, personIds) {
      const isTheirs = ({ id }: { readonly id?: string }) => id !== undefined && personIds.includes(id);
      yield* inScope(scope).filter(({ subject }) => isTheirs(subject));
      yield* inScope(scope).filter(({ by, subject }) => isTheirs(by) && !isTheirs(subject));
    },
    forget: async (scope, personId) => {
      const named = naming(scope, personId);
      for (const entry of named) {
        const by = entry.by.id === personId ? { ...entry.by, id: ERASED_ID } : entry.by;
        const subject = entry.subject.id === personId ? { ...entry.subject, id: ERASED_ID } : entry.subject;
        entries[entries.indexOf(entry)] = { ...entry, by, subject };
      }
      return named.length;
    },
  };
}
