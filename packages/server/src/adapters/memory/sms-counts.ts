import type { PlainDate } from '@coach-booking/time/plain-date';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { SmsCounts } from '../../application/ports/sms-counts.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode }: LedgerScope, day: PlainDate): string => `${partnerId} ${mode} ${day}`;
const NONE = { segments: 0, isTold: false };

export function createMemorySmsCounts({ smsCounts }: Pick<MemoryState, 'smsCounts'>): SmsCounts {
  return {
    take: async (scope, day, segments, most) => {
      const key = keyOf(scope, day);
      const old = smsCounts.get(key) ?? NONE;
      if (old.segments + segments > most) return false;
      smsCounts.set(key, { ...old, segments: old.segments + segments });
      return true;
    },
    giveBack: async (scope, day, segments) => {
      const key = keyOf(scope, day);
      const old = smsCounts.get(key);
      if (old) smsCounts.set(key, { ...old, segments: old.segments - segments });
    },
    isFirstToTell: async (scope, day) => {
      const key = keyOf(scope, day);
      const old = smsCounts.get(key);
      if (!old || old.isTold) return false;
      smsCounts.set(key, { ...old, isTold: true });
      return true;
    },
  };
}
