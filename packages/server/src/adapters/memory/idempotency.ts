import type { Idempotency, IdempotencyScope } from '../../application/ports/idempotency.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode, caller, operation, key }: IdempotencyScope): string =>
  JSON.stringify([partnerId, mode, caller, operation, key]);

export function createMemoryIdempotency({ idempotency }: MemoryState): Idempotency {
  return {
    begin: async (record) => {
      const old = idempotency.get(keyOf(record));
      if (old) return { resourceId: old.resourceId, fresh: false, isSameBody: old.bodyHash === record.bodyHash };
      idempotency.set(keyOf(record), { ...record });
      return { resourceId: record.resourceId, fresh: true, isSameBody: true };
    },
    renew: async (scope, from, to) => {
      const old = idempotency.get(keyOf(scope));
      if (!old) return null;
      if (old.resourceId !== from) return old.resourceId;
      const { coachId: _, ...rest } = old;
      idempotency.set(keyOf(scope), { ...rest, resourceId: to });
      return to;
    },
    choose: async (scope, resourceId, coachId) => {
      const old = idempotency.get(keyOf(scope));
      if (!old) return null;
      const stored = old.resourceId === resourceId ? { coachId, ...old } : old;
      idempotency.set(keyOf(scope), stored);
      return {
        resourceId: stored.resourceId,
        ...(stored.coachId !== undefined && { coachId: stored.coachId }),
      };
    },
    forget: async ({ partnerId, mode }, { callers, resourceIds }) => {
      const named = [...idempotency].filter(
        ([, record]) =>
          record.partnerId === partnerId &&
          record.mode === mode &&
          (callers.includes(record.caller) || resourceIds.includes(record.resourceId)),
      );
      for (const [key] of named) idempotency.delete(key);
      return named.length;
    },
  };
}
