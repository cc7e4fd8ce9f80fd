import type { Connection, mongo } from 'mongoose';
import { instant, type Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import { VISIT_DAYS, type Visit, type Visits } from '../../../application/ports/visits.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';

interface VisitRow extends LedgerScope {
  /** The booking's id. */
  readonly _id: string;
  readonly coachId: string;
  readonly mark: string;
  readonly at: Date;
}

interface BlockRow extends LedgerScope {
  /** The coach's id, and the mark. */
  readonly _id: string;
  readonly until: Date;
}

const DAY_SECONDS = 86_400;

const visitIndexes: mongo.IndexDescription[] = [
  { key: { partnerId: 1, mode: 1, mark: 1, at: 1, _id: 1 } },
  { key: { partnerId: 1, mode: 1, coachId: 1, at: 1, _id: 1 } },
  { key: { at: 1 }, expireAfterSeconds: VISIT_DAYS * DAY_SECONDS },
];
const blockIndexes: mongo.IndexDescription[] = [{ key: { until: 1 }, expireAfterSeconds: 0 }];

const visitOf = ({ _id, at, ...rest }: VisitRow): Visit => ({ ...rest, bookingId: _id, at: instant(at.getTime()) });
const blockId = (coachId: string, mark: string): string => `${coachId}:${mark}`;

/**
 * Opens the collections `visits` and `visitor_blocks` of a connection and creates their indexes. Both hold ids and
 * keyed hashes alone, written on the driver itself like the ledgers beside which they are read; a TTL index removes old
 * ones.
 */
export async function createMongoVisits(connection: Connection): Promise<Visits> {
  const visits = connection.collection<VisitRow>('visits');
  const blocks = connection.collection<BlockRow>('visitor_blocks');
  await makeUnlessMade(connection, 'Visit', visitIndexes, () => visits.createIndexes(visitIndexes));
  await makeUnlessMade(connection, 'VisitorBlock', blockIndexes, () => blocks.createIndexes(blockIndexes));

  const since = async ({ partnerId, mode }: LedgerScope, meant: Partial<VisitRow>, from: Instant, limit: number) => {
    const filter = { partnerId, mode, ...meant, at: { $gte: new Date(from) } };
    return (await visits.find(filter).sort({ at: 1, _id: 1 }).limit(limit).toArray()).map(visitOf);
  };
  return {
    async note({ bookingId, partnerId, mode, coachId, mark, at }) {
      await unlessDuplicate(
        visits.insertOne({ _id: bookingId, partnerId, mode, coachId, mark, at: new Date(at) }),
        null,
      );
    },
    async forget(bookingIds) {
      if (bookingIds.length > 0) await visits.deleteMany({ _id: { $in: [...bookingIds] } });
    },
    fromAddress: (scope, mark, from, limit) => since(scope, { mark }, from, limit),
    atCoach: (scope, coachId, from, limit) => since(scope, { coachId }, from, limit),
    async block({ partnerId, mode }, coachId, mark, until) {
      const _id = blockId(coachId, mark);
      await blocks.updateOne({ _id }, { $set: { partnerId, mode, until: new Date(until) } }, { upsert: true });
    },
    async blockedUntil({ partnerId, mode }, coachId, mark, realNow) {
      // A TTL index runs about once a minute.
      const row = await blocks.findOne({
        _id: blockId(coachId, mark),
        partnerId,
        mode,
        until: { $gt: new Date(realNow) },
      });
      return row ? instant(row.until.getTime()) : null;
    },
  };
}
