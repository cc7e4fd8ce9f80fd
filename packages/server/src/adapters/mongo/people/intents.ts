import type { Connection, mongo } from 'mongoose';
import { minus } from '@coach-booking/time/instant';
import { counted, MAX_COUNTED } from '../../../application/kernel/counts.ts';
import type { IntentQuery, Intents } from '../../../application/ports/intents.ts';
import {
  dueAtOf,
  OPEN_STATUSES,
  RECOVERABLE_FOR,
  type Intent,
  type IntentConsent,
  type IntentStatus,
  type RecoveryAttempt,
} from '../../../domain/recovery/intent.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

const instants = [
  'start',
  'createdAt',
  'changedAt',
  'abandonsAt',
  'abandonedAt',
  'automaticAt',
  'remindedAt',
  'forgetAt',
] as const satisfies readonly (keyof Intent)[];
type DatedField = (typeof instants)[number];

type Plain = Omit<Intent, 'id' | 'consent' | 'attempts'>;

type IntentRow = Dated<Plain, DatedField> & {
  readonly _id: string;
  readonly consent: Dated<IntentConsent, 'at'>;
  readonly attempts: readonly Dated<RecoveryAttempt, 'at'>[];
  /** `dueAtOf`, for the index. */
  readonly dueAt?: Date;
};

const rowOf = ({ id, consent, attempts, ...rest }: Intent): IntentRow => {
  const dueAt = dueAtOf(rest);
  return {
    _id: id,
    ...withDates<Plain, DatedField>(rest, instants),
    consent: withDates(consent, ['at']),
    attempts: attempts.map((attempt) => withDates<RecoveryAttempt, 'at'>(attempt, ['at'])),
    ...(dueAt !== undefined && { dueAt: new Date(dueAt) }),
  };
};

const intentOf = ({ _id, consent, attempts, dueAt: _dueAt, ...rest }: IntentRow): Intent => ({
  id: _id,
  ...withInstants<Plain, DatedField>(rest, instants),
  consent: withInstants<IntentConsent, 'at'>(consent, ['at']),
  attempts: attempts.map((attempt) => withInstants<RecoveryAttempt, 'at'>(attempt, ['at'])),
});

const CAPTURED = { status: 'captured' } as const;
const isText = { $gt: '' } as const;
const isDate = { $gt: new Date(0) } as const;
const byCreation = { createdAt: 1, _id: 1 } as const;

const indexes: mongo.IndexDescription[] = [
  // One for each person, coach and service, while it is captured.
  {
    key: { partnerId: 1, mode: 1, coachId: 1, serviceId: 1, emailKey: 1 },
    unique: true,
    partialFilterExpression: CAPTURED,
  },
  { key: { partnerId: 1, mode: 1, emailKey: 1 }, partialFilterExpression: { emailKey: isText } },
  { key: { partnerId: 1, mode: 1, leadId: 1 }, partialFilterExpression: { leadId: isText } },
  { key: { partnerId: 1, mode: 1, recoveredBy: 1 }, partialFilterExpression: { recoveredBy: isText } },
  { key: { partnerId: 1, mode: 1, coachId: 1, abandonsAt: -1, _id: -1 } },
  { key: { mode: 1, dueAt: 1 }, partialFilterExpression: { dueAt: isDate } },
  { key: { forgetAt: 1 }, expireAfterSeconds: 0 },
];

type Filter = mongo.Filter<IntentRow>;

/** Returns the filter of what `statusAt` shows with a status. */
const shownAs = (status: IntentStatus, { now }: Pick<IntentQuery, 'now'>): Filter => {
  const since = new Date(minus(now, RECOVERABLE_FOR));
  const isOver = {
    $or: [{ remindedAt: { $lte: since } }, { remindedAt: { $exists: false }, abandonsAt: { $lte: since } }],
  };
  const isNotOver = {
    $or: [{ remindedAt: { $gt: since } }, { remindedAt: { $exists: false }, abandonsAt: { $gt: since } }],
  };
  if (status === 'captured') return { _id: { $in: [] } };
  if (status === 'pending') return { status: { $in: ['captured', 'pending'] }, ...isNotOver };
  if (status === 'recovery_sent') return { status, ...isNotOver };
  if (status === 'expired') return { $or: [{ status }, { status: { $in: [...OPEN_STATUSES] }, ...isOver }] };
  return { status };
};

/** Opens the collection `intents` of a connection and creates its indexes. A TTL index deletes old ones. */
export async function createMongoIntents(connection: Connection, sealing: Sealing): Promise<Intents> {
  const rows = connection.collection<IntentRow>('intents');
  await makeUnlessMade(connection, 'Intent', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('intents');
  const opened = (row: unknown): Intent => intentOf(open(row as IntentRow));
  const found = async (filter: Filter): Promise<readonly Intent[]> =>
    (await rows.find(filter).sort(byCreation).toArray()).map(opened);
  return {
    async insert(intent) {
      return unlessDuplicate(
        rows.insertOne(seal(rowOf(intent))).then(() => true),
        false,
      );
    },
    async byId(id) {
      const row = await rows.findOne({ _id: id });
      return row && opened(row);
    },
    ofEmail: ({ partnerId, mode }, emailKey) => found({ partnerId, mode, emailKey }),
    ofLead: ({ partnerId, mode }, leadId) => found({ partnerId, mode, leadId }),
    async replace(intent, expectedVersion) {
      const row = seal(rowOf({ ...intent, version: expectedVersion + 1 }));
      const write = rows.replaceOne({ _id: intent.id, version: expectedVersion }, row);
      const written = await unlessDuplicate(write, null);
      if (!written) return 'duplicate';
      return written.matchedCount === 1 ? 'replaced' : 'stale';
    },
    async remove({ id, version }) {
      return (await rows.deleteOne({ _id: id, version })).deletedCount === 1;
    },
    async due({ mode, partnerId, coachId, dueBy, limit }) {
      const filter = {
        mode,
        dueAt: { ...isDate, $lte: new Date(dueBy) },
        ...(partnerId !== undefined && { partnerId }),
        ...(coachId !== undefined && { coachId }),
      };
      return (await rows.find(filter).sort({ dueAt: 1, _id: 1 }).limit(limit).toArray()).map(opened);
    },
    async list({ partnerId, mode, coachId, status, now, after, limit }) {
      const isListed: Filter = {
        partnerId,
        mode,
        coachId,
        abandonsAt: { $lte: new Date(now) },
        $or: [{ status: { $ne: 'withdrawn' } }, { abandonedAt: isDate }],
      };
      const wanted: Filter[] = [isListed, ...(status === undefined ? [] : [shownAs(status, { now })])];
      const at = after && new Date(after.at);
      const behind: Filter[] = after
        ? [{ $or: [{ abandonsAt: { $lt: at! } }, { abandonsAt: at!, _id: { $lt: after.id } }] }]
        : [];
      const [page, total] = await Promise.all([
        rows
          .find({ $and: [...wanted, ...behind] })
          .sort({ abandonsAt: -1, _id: -1 })
          .limit(limit)
          .toArray(),
        rows.countDocuments({ $and: wanted }, { limit: MAX_COUNTED + 1 }),
      ]);
      return { intents: page.map(opened), ...counted(total) };
    },
    async forgetBookings({ partnerId, mode }, bookingIds) {
      if (bookingIds.length === 0) return;
      const filter = { partnerId, mode, recoveredBy: { $in: [...bookingIds] } };
      await rows.updateMany(filter, { $unset: { recoveredBy: true }, $inc: { version: 1 } });
    },
  };
}
