import type { RecoveryCounts } from '../../application/ports/recovery-counts.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryRecoveryCounts({ recoveryCounts }: Pick<MemoryState, 'recoveryCounts'>): RecoveryCounts {
  return {
    add: async (_scope, coachId, count, intentId) => {
      const counted = recoveryCounts.get(coachId) ?? new Set();
      recoveryCounts.set(coachId, counted.add(`${count} ${intentId}`));
    },
    of: async (coachId) => {
      const counted = [...(recoveryCounts.get(coachId) ?? [])];
      const numberOf = (count: string) => counted.filter((name) => name.startsWith(`${count} `)).length;
      return { abandoned: numberOf('abandoned'), recovered: numberOf('recovered') };
    },
  };
}
