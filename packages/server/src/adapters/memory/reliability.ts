import { plus } from '@coach-booking/time/instant';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { ReliabilityStore } from '../../application/ports/reliability.ts';
import { CALIBRATE_EVERY } from '../../domain/recommend/calibration.ts';
import { weightAt } from '../../domain/recommend/hour-counts.ts';
import { addBins, sumsOf } from '../../domain/recommend/reliability.ts';
import type { MemoryState } from './memory-state.ts';

const keyOf = ({ partnerId, mode }: LedgerScope): string => `${partnerId} ${mode}`;

export function createMemoryReliability({ reliability }: Pick<MemoryState, 'reliability'>): ReliabilityStore {
  return {
    add: async ({ partnerId, mode }, bins, at) => {
      if (bins.every((sums) => Object.keys(sums).length === 0)) return;
      const key = keyOf({ partnerId, mode });
      const row = reliability.get(key) ?? {
        partnerId,
        mode,
        bins: [],
        dueAt: plus(at, CALIBRATE_EVERY),
        calibration: null,
      };
      const weighted = bins.map((sums) => sumsOf(sums, weightAt(at)));
      reliability.set(key, { ...row, bins: addBins([row.bins, weighted]) });
    },
    of: async (scope, now) => {
      const row = reliability.get(keyOf(scope));
      return {
        sums: addBins([row?.bins ?? []]).map((sums) => sumsOf(sums, 1 / weightAt(now))),
        calibration: row?.calibration ?? null,
      };
    },
    due: async ({ mode, partnerId }, now) => {
      const [first] = [...reliability.values()]
        .filter((row) => row.mode === mode && (partnerId === undefined || row.partnerId === partnerId))
        .filter(({ dueAt }) => dueAt <= now)
        .sort((a, b) => a.dueAt - b.dueAt);
      return first ? { partnerId: first.partnerId, mode, dueAt: first.dueAt } : null;
    },
    calibrate: async (due, calibration, nextAt) => {
      const row = reliability.get(keyOf(due));
      if (row?.dueAt === due.dueAt) reliability.set(keyOf(due), { ...row, calibration, dueAt: nextAt });
    },
    calibrations: async (mode) =>
      [...reliability.values()].flatMap((row) => (row.mode === mode && row.calibration ? [row.calibration] : [])),
  };
}
