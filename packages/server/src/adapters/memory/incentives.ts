import type { Incentive } from '../../domain/incentive/incentive.ts';
import type { Incentives } from '../../application/ports/incentives.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { MemoryState } from './memory-state.ts';

type Sorted = Pick<Incentive, 'createdAt' | 'id'>;

const newestFirst = (a: Sorted, b: Sorted): number => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1);

export function createMemoryIncentives({ incentives }: Pick<MemoryState, 'incentives'>): Incentives {
  const all = ({ partnerId, mode }: LedgerScope): Incentive[] =>
    [...incentives.values()].filter((one) => one.partnerId === partnerId && one.mode === mode).sort(newestFirst);
  return {
    insert: async (incentive) => {
      if (incentives.has(incentive.id)) return false;
      incentives.set(incentive.id, structuredClone(incentive));
      return true;
    },
    byCode: async (scope, code) => all(scope).find(({ id }) => id === code) ?? null,
    list: async ({ coachId, after, limit, ...scope }) =>
      all(scope)
        .filter((one) => one.coachId === coachId && (!after || newestFirst(after, one) < 0))
        .slice(0, limit),
    ofPerson: async (scope, boundTo) => all(scope).filter((one) => one.boundTo === boundTo),
    revoke: async (scope, code, at) => {
      const found = all(scope).find(({ id }) => id === code);
      if (!found || found.revokedAt !== undefined) return false;
      incentives.set(code, { ...found, revokedAt: at });
      return true;
    },
    removeOfPerson: async (scope, boundTo) =>
      all(scope)
        .filter((one) => one.boundTo === boundTo)
        .forEach(({ id }) => incentives.delete(id)),
  };
}
