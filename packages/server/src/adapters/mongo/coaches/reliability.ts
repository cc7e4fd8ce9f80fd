import type { Connection, mongo } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { DueCalibration, ReliabilityStore } from '../../../application/ports/reliability.ts';
import { CALIBRATE_EVERY, type Calibration } from '../../../domain/recommend/calibration.ts';
import { weightAt } from '../../../domain/recommend/hour-counts.ts';
import { BINS, sumsOf, type BinSums } from '../../../domain/recommend/reliability.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';

interface ReliabilityRow extends LedgerScope {
  /** Partner and mode. */
  readonly _id: string;
  /** By number of the bin. Weighted by their time. */
  readonly bins?: Readonly<Record<string, Partial<BinSums>>>;
  readonly calibrateAt: Date;
  readonly calibration?: Omit<Calibration, 'at'> & { readonly at: Date };
}

const indexes: mongo.IndexDescription[] = [{ key: { mode: 1, calibrateAt: 1 } }];

const idOf = ({ partnerId, mode }: LedgerScope): string => `${partnerId} ${mode}`;

const calibrationFrom = ({ calibration }: ReliabilityRow): Calibration | null =>
  calibration ? { ...calibration, at: instant(calibration.at.getTime()) } : null;

/** Opens the collection `reliability` of a connection and makes its indexes. */
export async function createMongoReliability(connection: Connection): Promise<ReliabilityStore> {
  const rows = connection.collection<ReliabilityRow>('reliability');
  await makeUnlessMade(connection, 'Reliability', indexes, () => rows.createIndexes(indexes));
  return {
    async add({ partnerId, mode }, bins, at) {
      const weight = weightAt(at);
      const increments = bins.flatMap((sums, bin) =>
        Object.entries(sums).map(([name, sum]) => [`bins.${bin}.${name}`, sum * weight] as const),
      );
      if (increments.length === 0) return;
      await rows.updateOne(
        { _id: idOf({ partnerId, mode }) },
        {
          $inc: Object.fromEntries(increments),
          $setOnInsert: { partnerId, mode, calibrateAt: new Date(at + CALIBRATE_EVERY) },
        },
        { upsert: true },
      );
    },
    async of(scope, now) {
      const row = await rows.findOne({ _id: idOf(scope) });
      const by = 1 / weightAt(now);
      return {
        sums: Array.from({ length: BINS }, (_, bin) => sumsOf(row?.bins?.[bin] ?? {}, by)),
        calibration: row && calibrationFrom(row),
      };
    },
    async due(of, now) {
      const found = await rows.findOne(
        { ...of, calibrateAt: { $lte: new Date(now) } },
        { sort: { calibrateAt: 1 }, projection: { partnerId: 1, mode: 1, calibrateAt: 1 } },
      );
      if (!found) return null;
      const { partnerId, mode, calibrateAt } = found;
      return { partnerId, mode, dueAt: instant(calibrateAt.getTime()) };
    },
    async calibrate(due: DueCalibration, { at, sums, steps }, nextAt) {
      const calibration = { at: new Date(at), sums: [...sums], steps: steps && [...steps] };
      await rows.updateOne(
        { _id: idOf(due), calibrateAt: new Date(due.dueAt) },
        { $set: { calibration, calibrateAt: new Date(nextAt) } },
      );
    },
    async calibrations(mode) {
      const found = await rows.find({ mode, calibration: { $exists: true } }).toArray();
      return found.map((row) => calibrationFrom(row)!);
    },
  };
}
