import { createHash } from 'node:crypto';
import type { Connection, mongo } from 'mongoose';
import { utcOf } from '@coach-booking/time/dates';
import { epochDay, fromEpochDay, type PlainDate } from '@coach-booking/time/plain-date';
import { DAY } from '@coach-booking/time/units';
import { FUNNEL_DAYS, type FunnelCountsStore, type FunnelQuery } from '../../../application/ports/funnel-counts.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import {
  FUNNEL_COUNTS,
  NOTHING_COUNTED,
  joined,
  type FunnelCounts,
  type FunnelPlace,
  type FunnelSum,
} from '../../../domain/funnel/funnel-counts.ts';
import { DIRECT, MOST_SOURCES, OTHER } from '../../../domain/funnel/source.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

interface CountsRow extends LedgerScope, Partial<FunnelCounts> {
  /** The coach, the day, the service and the mark. */
  readonly _id: string;
  readonly coachId: string;
  readonly day: PlainDate;
  /** Empty where there is none. */
  readonly serviceId: string;
  /** Names the source to those who know it. After a change of the encryption key the same source has another. */
  readonly mark: string;
  /** Sealed: a page can put anything there. */
  readonly source: string;
  readonly goneAt: Date;
}

/** A sum as the store returns it, with the row whose sealed source came first. */
interface SumRow extends Partial<FunnelCounts> {
  readonly _id: string;
  readonly row: string;
  readonly coachId: string;
  readonly source: string;
}

const indexes: mongo.IndexDescription[] = [
  { key: { coachId: 1, day: 1 } },
  { key: { partnerId: 1, mode: 1, day: 1 } },
  { key: { goneAt: 1 }, expireAfterSeconds: 0 },
];

/** Days that one command sums, between which the store serves others. */
const STRETCH = 28;

const KEYS = { service: '$serviceId', source: '$mark', coach: '$coachId', day: '$day' } as const;

const sumsOf = ({ partnerId, mode, coachId, by }: FunnelQuery, from: PlainDate, to: PlainDate) => [
  { $match: { ...(coachId === undefined ? { partnerId, mode } : { coachId }), day: { $gte: from, $lte: to } } },
  {
    $group: {
      _id: by === null ? '' : KEYS[by],
      row: { $first: '$_id' },
      coachId: { $first: '$coachId' },
      source: { $first: '$source' },
      ...Object.fromEntries(FUNNEL_COUNTS.map((name) => [name, { $sum: `$${name}` }])),
    },
  },
];

/** Returns the stretches of a period, both edges inclusive. */
const stretches = ({ from, to }: FunnelQuery): (readonly [PlainDate, PlainDate])[] => {
  const [first, last] = [epochDay(from), epochDay(to)];
  const count = Math.max(0, Math.ceil((last - first + 1) / STRETCH));
  return Array.from({ length: count }, (_, n) => [
    fromEpochDay(first + n * STRETCH),
    fromEpochDay(Math.min(last, first + (n + 1) * STRETCH - 1)),
  ]);
};

/**
 * Opens the collection `funnel_counts` of a connection and creates its indexes. A row is one coach's day, service and
 * source, and each count of it one `$inc`.
 */
export async function createMongoFunnelCounts(connection: Connection, sealing: Sealing): Promise<FunnelCountsStore> {
  const rows = connection.collection<CountsRow>('funnel_counts');
  await makeUnlessMade(connection, 'FunnelCounts', indexes, () => rows.createIndexes(indexes));
  const { sealFields, openFieldsLazily, digest } = sealing.of('funnel_counts');
  const markOf = ({ partnerId }: LedgerScope, source: string): string =>
    createHash('sha256')
      .update(digest(`${partnerId} ${source}`))
      .digest('base64url')
      .slice(0, 16);
  const idOf = ({ coachId, day, serviceId }: FunnelPlace, mark: string): string =>
    [coachId, day, serviceId ?? '-', mark].join(' ');

  /** Whether the coach's day has room for one more source. */
  const hasRoom = async ({ coachId, day }: FunnelPlace, mark: string): Promise<boolean> => {
    const found = await rows.find({ coachId, day }, { projection: { mark: 1 } }).toArray();
    const marks = new Set(found.map((row) => row.mark));
    return marks.has(mark) || marks.size < MOST_SOURCES;
  };

  const insert = async (scope: LedgerScope, place: FunnelPlace, $inc: Partial<FunnelCounts>): Promise<void> => {
    const { coachId, day, serviceId, source } = place;
    const mark = markOf(scope, source);
    const name = { _id: idOf(place, mark), partnerId: scope.partnerId };
    const goneAt = new Date(utcOf(day).getTime() + FUNNEL_DAYS * DAY);
    const known = {
      partnerId: scope.partnerId,
      mode: scope.mode,
      coachId,
      day,
      serviceId: serviceId ?? '',
      mark,
      goneAt,
    };
    const $setOnInsert = { ...known, ...sealFields(name, { source }) };
    const write = () => rows.updateOne({ _id: name._id }, { $inc, $setOnInsert }, { upsert: true });
    // Of two first writers the key refuses one, for which the row exists then.
    if ((await unlessDuplicate(write(), null)) === null) await write();
  };

  /** Returns a sum under its key, which of a source is what its row has sealed. */
  const opened = (query: FunnelQuery, { _id, row, coachId, source, ...counts }: SumRow): FunnelSum => ({
    key: query.by === 'source' ? openFieldsLazily({ _id: row, partnerId: query.partnerId }, { source }).source : _id,
    ...(query.by === 'service' && { coachId }),
    counts: { ...NOTHING_COUNTED, ...counts },
  });

  return {
    async add(scope, place, counts) {
      const mark = markOf(scope, place.source);
      const { matchedCount } = await rows.updateOne({ _id: idOf(place, mark) }, { $inc: counts });
      if (matchedCount === 1) return;
      const isKept = place.source === OTHER || (await hasRoom(place, mark));
      await insert(scope, isKept ? place : { ...place, source: OTHER }, counts);
    },
    async forgetBooking(scope, place) {
      const { coachId, day, serviceId, source } = place;
      if (source === OTHER || source === DIRECT) return;
      const ofSource = { coachId, day, mark: markOf(scope, source) };
      const booked = { $gte: 1 };
      const of = { ...ofSource, serviceId: serviceId ?? '', booked };
      const { matchedCount } = await rows.updateOne(of, { $inc: { booked: -1 } });
      if (matchedCount === 1) await insert(scope, { ...place, source: OTHER }, { booked: 1 });
      if (await rows.findOne({ ...ofSource, booked })) return;
      for (const { _id } of await rows.find(ofSource, { projection: { _id: 1 } }).toArray()) {
        const gone = await rows.findOneAndDelete({ _id });
        if (!gone) continue;
        const counts = FUNNEL_COUNTS.flatMap((name) => (gone[name] ? [[name, gone[name]]] : []));
        if (counts.length === 0) continue;
        const other = { coachId, day, serviceId: gone.serviceId || null, source: OTHER };
        await insert(scope, other, Object.fromEntries(counts) as Partial<FunnelCounts>);
      }
    },
    async sums(query) {
      const found: FunnelSum[] = [];
      for (const [from, to] of stretches(query)) {
        const sums = await rows.aggregate<SumRow>(sumsOf(query, from, to)).toArray();
        found.push(...sums.map((sum) => opened(query, sum)));
      }
      return joined(found);
    },
  };
}
