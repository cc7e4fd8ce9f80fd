import type { Connection, mongo } from 'mongoose';
import { minus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { LATE_AFTER } from '../../../domain/delivery/count.ts';
import { deliveredSince } from '../../../domain/webhook/webhook-count.ts';
import {
  MAX_ATTEMPTS_KEPT,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookState,
} from '../../../domain/webhook/webhook-delivery.ts';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import {
  WEBHOOK_DAYS,
  type ReplayQuery,
  type WebhookDeliveries,
  type WebhookDeliveryQuery,
} from '../../../application/ports/webhook-deliveries.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { duplicatesOf } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

type DeliveryKeys = 'dueAt' | 'leasedUntil' | 'createdAt' | 'settledAt';
type Plain = Omit<WebhookDelivery, 'id' | 'attempts'>;
type AttemptRow = Dated<WebhookAttempt, 'at'>;

const deliveryKeys: readonly DeliveryKeys[] = ['dueAt', 'leasedUntil', 'createdAt', 'settledAt'];

type DeliveryRow = Dated<Plain, DeliveryKeys> & {
  readonly _id: string;
  readonly attempts: readonly AttemptRow[];
  /** A TTL index removes it then. */
  readonly goneAt: Date;
};

const attemptRow = (attempt: WebhookAttempt): AttemptRow => withDates(attempt, ['at']);

const rowOf = ({ id, attempts, ...rest }: WebhookDelivery): DeliveryRow => ({
  _id: id,
  ...withDates(rest, deliveryKeys),
  attempts: attempts.map(attemptRow),
  goneAt: new Date(rest.createdAt + WEBHOOK_DAYS[rest.mode] * DAY),
});

const deliveryOf = ({ _id, attempts, goneAt: _goneAt, ...rest }: DeliveryRow): WebhookDelivery => ({
  id: _id,
  ...withInstants<Plain, DeliveryKeys>(rest, deliveryKeys),
  attempts: attempts.map((attempt) => withInstants<WebhookAttempt, 'at'>(attempt, ['at'])),
});

/**
 * Due deliveries are searched without the endpoints that are busy, so their name is in the index; few are leased at any
 * moment; lists are of a partner and mode, of an endpoint or of a booking.
 */
const indexes: mongo.IndexDescription[] = [
  { key: { state: 1, dueAt: 1, _id: 1, endpointId: 1 } },
  { key: { leasedUntil: 1 }, partialFilterExpression: { leasedUntil: { $gt: new Date(0) } } },
  { key: { partnerId: 1, mode: 1, createdAt: -1, _id: -1 } },
  { key: { endpointId: 1, createdAt: -1, _id: -1 } },
  { key: { bookingId: 1, createdAt: -1, _id: -1 } },
  { key: { goneAt: 1 }, expireAfterSeconds: 0 },
];

const isTaken = ({ id, attempt }: Pick<WebhookDelivery, 'id' | 'attempt'>) =>
  ({ _id: id, attempt, state: { $in: ['leased', 'sending'] } }) as object;
const isWritten = ({ matchedCount }: mongo.UpdateResult): boolean => matchedCount === 1;
const inScope = ({ partnerId, mode }: LedgerScope) => ({ partnerId, mode });

const listFilter = ({ endpointId, states, type, bookingId, after, ...scope }: WebhookDeliveryQuery): object => ({
  ...inScope(scope),
  ...(endpointId !== undefined && { endpointId }),
  ...(states !== undefined && { state: { $in: [...states] } }),
  ...(type !== undefined && { type }),
  ...(bookingId !== undefined && { bookingId }),
  ...(after && {
    $or: [
      { createdAt: { $lt: new Date(after.createdAt) } },
      { createdAt: new Date(after.createdAt), _id: { $lt: after.id } },
    ],
  }),
});

const replayFilter = ({ endpointId, from, to, states, ...scope }: ReplayQuery): object => ({
  endpointId,
  ...inScope(scope),
  createdAt: { $gte: new Date(from), $lt: new Date(to) },
  state: { $in: [...states] },
  body: { $exists: true },
});

/**
 * Opens the collection `webhook_deliveries` of a connection and creates its indexes. Written on the driver itself, as
 * `deliveries`.
 */
export async function createMongoWebhookDeliveries(
  connection: Connection,
  sealing: Sealing,
): Promise<WebhookDeliveries> {
  const rows = connection.collection<DeliveryRow>('webhook_deliveries');
  await makeUnlessMade(connection, 'WebhookDelivery', indexes, () => rows.createIndexes(indexes));
  const { seal, sealFields, open } = sealing.of('webhook_deliveries');
  const opened = (row: unknown): WebhookDelivery => deliveryOf(open(row as DeliveryRow));
  const pushed = ({ id, partnerId }: WebhookDelivery, attempt: WebhookAttempt) => {
    const { attempts } = sealFields({ _id: id, partnerId }, { attempts: [attemptRow(attempt)] });
    return { $push: { attempts: { $each: attempts, $slice: -MAX_ATTEMPTS_KEPT } } };
  };
  const replayable = async (query: ReplayQuery): Promise<readonly string[]> => {
    const wanted = rows.find(replayFilter(query), { projection: { _id: 1 } }).sort({ createdAt: 1, _id: 1 });
    return (await wanted.limit(query.limit).toArray()).map(({ _id }) => String(_id));
  };
  return {
    async insert(deliveries) {
      if (deliveries.length === 0) return;
      await duplicatesOf(
        rows.insertMany(deliveries.map((delivery) => seal(rowOf(delivery))) as never, { ordered: false }),
      );
    },
    async underWay() {
      const counts = new Map<string, number>();
      const taken = rows.find({ leasedUntil: { $gt: new Date(0) } } as object, { projection: { endpointId: 1 } });
      for (const { endpointId } of await taken.toArray()) counts.set(endpointId, (counts.get(endpointId) ?? 0) + 1);
      return counts;
    },
    async lease({ scope, dueBy, leasedUntil, except }) {
      const due = {
        ...(scope && inScope(scope)),
        state: 'due',
        dueAt: { $lte: new Date(dueBy) },
        ...(except.length > 0 && { endpointId: { $nin: [...except] } }),
      };
      const row = await rows.findOneAndUpdate(
        due as object,
        { $set: { state: 'leased', leasedUntil: new Date(leasedUntil) }, $inc: { attempt: 1 } },
        { sort: { dueAt: 1, _id: 1 }, returnDocument: 'after' },
      );
      return row && opened(row);
    },
    async startSending(_id, attempt) {
      return isWritten(await rows.updateOne({ _id, attempt, state: 'leased' }, { $set: { state: 'sending' } }));
    },
    async settle(delivery, { state, code, attempt, at }) {
      const update = {
        $set: { state, ...(code !== undefined && { code }), leasedUntil: null, settledAt: new Date(at) },
        ...(code === undefined && { $unset: { code: 1 } }),
        ...(attempt && pushed(delivery, attempt)),
      };
      return isWritten(await rows.updateOne(isTaken(delivery), update as object));
    },
    async putBack(delivery, dueAt, failed) {
      const code = failed?.code;
      const update = {
        $set: { state: 'due', dueAt: new Date(dueAt), leasedUntil: null, ...(code !== undefined && { code }) },
        ...(failed && { $inc: { failures: 1 }, ...pushed(delivery, failed) }),
      };
      return isWritten(await rows.updateOne(isTaken(delivery), update as object));
    },
    async endLeases(realNow: Instant) {
      const ended = { leasedUntil: { $gt: new Date(0), $lte: new Date(realNow) } };
      const { modifiedCount } = await rows.updateMany(ended as object, { $set: { state: 'due', leasedUntil: null } });
      return modifiedCount;
    },
    async byId(scope, id) {
      const row = await rows.findOne({ _id: id, ...inScope(scope) });
      return row && opened(row);
    },
    async list(query) {
      const found = rows.find(listFilter(query), { projection: { body: 0 } }).sort({ createdAt: -1, _id: -1 });
      return (await found.limit(query.limit).toArray()).map(opened);
    },
    async counts({ mode, partnerId, now, since }) {
      // Each condition begins an index by state and instant, so that old rows are never read.
      const count = (state: WebhookState | readonly WebhookState[], dueAt: object, more: object = {}) =>
        rows.countDocuments({
          ...(partnerId !== undefined && { partnerId }),
          mode,
          state: typeof state === 'string' ? state : { $in: [...state] },
          dueAt,
          ...more,
        } as object);
      const pending = ['due', 'leased', 'sending'] as const;
      const [due, late, retrying, failed, delivered] = await Promise.all([
        count(pending, { $lte: new Date(now) }),
        count(pending, { $lt: new Date(minus(now, LATE_AFTER)) }),
        count('due', { $gt: new Date(0) }, { failures: { $gt: 0 } }),
        count('failed', { $gte: new Date(since) }),
        count('delivered', { $gte: new Date(deliveredSince(now)) }),
      ]);
      return { due, late, retrying, failed, delivered };
    },
    async countReplayable(query) {
      return (await replayable(query)).length;
    },
    async replay(query, realNow) {
      const ids = await replayable(query);
      const { modifiedCount } = await rows.updateMany({ ...replayFilter(query), _id: { $in: [...ids] } } as object, {
        $set: { state: 'due', dueAt: new Date(realNow), failures: 0 },
        $unset: { code: 1, settledAt: 1 },
      });
      return modifiedCount;
    },
    async erase(scope, bookingIds, realNow) {
      if (bookingIds.length === 0) return;
      const theirs = { bookingId: { $in: [...bookingIds] }, ...inScope(scope) };
      await rows.updateMany(
        { ...theirs, state: 'due' },
        { $set: { state: 'skipped', code: 'erased', settledAt: new Date(realNow) } },
      );
      await rows.updateMany(theirs, { $unset: { body: 1, 'attempts.$[].response': 1 } } as object);
    },
  };
}
