import type { HourCountsStore } from '../../application/ports/hour-counts.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import { weightAt, type HourCount } from '../../domain/recommend/hour-counts.ts';
import { countsOf, hourKey, hoursOfKeys } from '../../domain/recommend/hour-key.ts';
import type { MemoryState } from './memory-state.ts';

const partnerKey = ({ partnerId, mode }: LedgerScope): string => `${partnerId} ${mode}`;

export function createMemoryHourCounts({ hourCounts }: Pick<MemoryState, 'hourCounts'>): HourCountsStore {
  const rowOf = (id: string) => {
    const row = hourCounts.get(id) ?? {};
    hourCounts.set(id, row);
    return row;
  };
  const increase = (id: string, key: string, count: HourCount, by: number): void => {
    const row = rowOf(id);
    const counts = (row[key] ??= {});
    counts[count] = (counts[count] ?? 0) + by;
  };
  return {
    add: async (scope, coachId, hours, { count, by, at }) => {
      for (const hour of hours) increase(coachId, hourKey(hour), count, by * weightAt(at));
      increase(partnerKey(scope), 'all', count, by * hours.length * weightAt(at));
    },
    of: async (scope, coachId, now) => ({
      hours: hoursOfKeys(hourCounts.get(coachId) ?? {}, 1 / weightAt(now)),
      partner: countsOf(hourCounts.get(partnerKey(scope))?.['all'] ?? {}, 1 / weightAt(now)),
    }),
  };
}
