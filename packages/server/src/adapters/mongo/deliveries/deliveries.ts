import type { Connection, mongo } from 'mongoose';
import type { AccountDelivery, AnyDelivery } from '../../../domain/delivery/account-delivery.ts';
import { SENT, type Delivery, type DeliveryOf } from '../../../domain/delivery/delivery.ts';
import { REPORTED_AFTER } from '../../../domain/delivery/report.ts';
import type { Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import {
  DELIVERY_DAYS,
  type Deliveries,
  type DueQuery,
  type DeliveryListing,
} from '../../../application/ports/deliveries.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { countRows } from './count-rows.ts';
import { duplicatesOf } from '../rows/duplicate-key.ts';

type DeliveryKeys = 'dueAt' | 'leasedUntil' | 'createdAt' | 'settledAt';
type AboutKeys = 'start' | 'originalStart';

const deliveryKeys: readonly DeliveryKeys[] = ['dueAt', 'leasedUntil', 'createdAt', 'settledAt'];
const aboutKeys: readonly AboutKeys[] = ['start', 'originalStart'];

type Outside = NonNullable<DeliveryOf['outside']>;
type OutsideKeys = 'start' | 'end';
type AboutRow = Dated<Omit<DeliveryOf, 'outside'>, AboutKeys> & { readonly outside?: Dated<Outside, OutsideKeys> };
const outsideKeys: readonly OutsideKeys[] = ['start', 'end'];

type DeliveryRow = Omit<Dated<Delivery, DeliveryKeys>, 'id' | 'about'> & {
  readonly _id: string;
  readonly about: AboutRow;
  /** A TTL index removes it then. */
  readonly goneAt: Date;
};

const aboutRowOf = ({ outside, ...about }: DeliveryOf): AboutRow => ({
  ...withDates(about, aboutKeys),
  ...(outside && { outside: withDates(outside, outsideKeys) }),
});
const aboutOf = ({ outside, ...about }: AboutRow): DeliveryOf => ({
  ...withInstants<Omit<DeliveryOf, 'outside'>, AboutKeys>(about, aboutKeys),
  ...(outside && { outside: withInstants<Outside, OutsideKeys>(outside, outsideKeys) }),
});

/** Rows about accounts and intents have other fields, and the same instants. */
const anyRowOf = (delivery: AnyDelivery, realNow: Instant): DeliveryRow => rowOf(delivery as Delivery, realNow);

const rowOf = ({ id, about, ...rest }: Delivery, realNow: Instant): DeliveryRow => ({
  _id: id,
  ...withDates(rest, deliveryKeys),
  about: aboutRowOf(about),
  goneAt: new Date(Math.max(realNow, rest.dueAt) + DELIVERY_DAYS * DAY),
});

const deliveryOf = ({ _id, about, goneAt: _goneAt, ...rest }: DeliveryRow): Delivery => ({
  id: _id,
  ...withInstants<Omit<Delivery, 'id' | 'about'>, DeliveryKeys>(rest, deliveryKeys),
  about: aboutOf(about),
});

const leases = { leasedUntil: { $gt: new Date(0) } };

/** The loops ask for what is due by mode, a partner's tests for their own, a page for those of a booking. */
const indexes: mongo.IndexDescription[] = [
  { key: { state: 1, mode: 1, dueAt: 1, _id: 1 } },
  { key: { partnerId: 1, mode: 1, state: 1, dueAt: 1, _id: 1 } },
  { key: { bookingId: 1, dueAt: 1, _id: 1 } },
  // Those about accounts, which mode test does at once.
  { key: { role: 1, mode: 1, state: 1, dueAt: 1, _id: 1 }, partialFilterExpression: { role: 'account' } },
  { key: { userId: 1 }, sparse: true },
  // Few are leased at any moment.
  { key: { leasedUntil: 1 }, partialFilterExpression: leases },
  { key: { goneAt: 1 }, expireAfterSeconds: 0 },
];

const ACCOUNTS = { role: 'account' as DeliveryRow['role'] };
/** Those about bookings and intents. */
const OTHERS = { role: { $ne: ACCOUNTS.role } };

const dueOf = ({ mode, partnerId, dueBy, about }: Omit<DueQuery, 'leasedUntil'>) => ({
  ...(partnerId !== undefined && { partnerId }),
  ...(about === 'accounts' && ACCOUNTS),
  ...(about === 'bookings' && OTHERS),
  state: 'due' as const,
  mode,
  dueAt: { $lte: new Date(dueBy) },
});
const earlierThan = ({ bookingId, role, channel, about: { version = 0 } }: Delivery) => ({
  bookingId,
  role,
  channel,
  'about.version': { $lt: version },
});
const isTaken = (_id: string, attempt: number) => ({ _id, attempt, state: { $in: ['leased', 'sending'] } }) as object;
const isWritten = ({ matchedCount }: mongo.UpdateResult): boolean => matchedCount === 1;

/**
 * Opens the collection `deliveries` of a connection and creates its indexes. It holds ids, kinds and instants, and no
 * contacts or texts. Written on the driver itself, since each step is one small conditional update of a busy loop.
 */
export async function createMongoDeliveries(connection: Connection): Promise<Deliveries> {
  const rows = connection.collection<DeliveryRow>('deliveries');
  await makeUnlessMade(connection, 'Delivery', indexes, () => rows.createIndexes(indexes));
  const listed = async (about: object, { partnerId, mode, state, after, limit }: DeliveryListing) => {
    const dueAt = after && new Date(after.dueAt);
    const behind = after && {
      dueAt: { $lte: dueAt },
      $or: [{ dueAt: { $lt: dueAt } }, { _id: { $lt: after.id } }],
    };
    const found = rows.find({ partnerId, mode, state, ...about, ...behind } as object);
    return found.sort({ dueAt: -1, _id: -1 }).limit(limit).toArray();
  };
  return {
    async insert(deliveries, realNow) {
      if (deliveries.length === 0) return;
      await duplicatesOf(
        rows.insertMany(
          deliveries.map((delivery) => anyRowOf(delivery, realNow)),
          { ordered: false },
        ),
      );
    },
    async due({ limit, ...query }) {
      const found = await rows
        .find(dueOf({ ...query, about: 'bookings' }))
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit)
        .toArray();
      return found.map((row) => deliveryOf(row as DeliveryRow));
    },
    async byIds(ids) {
      const found = await rows.find({ _id: { $in: [...ids] }, ...OTHERS }).toArray();
      return found.map((row) => deliveryOf(row as DeliveryRow));
    },
    async lease({ leasedUntil, ...query }) {
      const row = await rows.findOneAndUpdate(
        dueOf(query),
        { $set: { state: 'leased', leasedUntil: new Date(leasedUntil) }, $inc: { attempt: 1 } },
        { sort: { dueAt: 1, _id: 1 }, returnDocument: 'after' },
      );
      return row && deliveryOf(row as DeliveryRow);
    },
    async startSending(_id, attempt, noted) {
      return isWritten(
        await rows.updateOne({ _id, attempt, state: 'leased' }, { $set: { ...noted, state: 'sending' } }),
      );
    },
    async settle(id, attempt, { at, ...outcome }) {
      const set = {
        ...outcome,
        leasedUntil: null,
        settledAt: new Date(at),
        goneAt: new Date(at + DELIVERY_DAYS * DAY),
      };
      // A former address is there for as long as the mail is on its way.
      const update = { $set: set, $unset: { address: '' } } as mongo.UpdateFilter<DeliveryRow>;
      return isWritten(await rows.updateOne(isTaken(id, attempt), update));
    },
    async putBack(id, attempt, dueAt, code) {
      const update = {
        $set: { state: 'due' as const, dueAt: new Date(dueAt), leasedUntil: null, ...(code !== undefined && { code }) },
        ...(code !== undefined && { $inc: { failures: 1 } }),
      };
      return isWritten(await rows.updateOne(isTaken(id, attempt), update));
    },
    async report({ id, partnerId, mode, state, providerId, at, ...code }) {
      const filter = {
        _id: id,
        partnerId,
        mode,
        channel: 'sms',
        state: { $in: REPORTED_AFTER[state] },
        // Null is one whose answer was lost, or has yet to come.
        providerId: { $in: [providerId, null] },
      };
      const set = { ...code, state, providerId, leasedUntil: null, settledAt: new Date(at) };
      return isWritten(await rows.updateOne(filter as object, { $set: set }));
    },
    async endLeases(realNow, repeatable) {
      const ended = { leasedUntil: { $gt: new Date(0), $lte: new Date(realNow) } };
      const lost = await rows.updateMany(
        { ...ended, state: 'sending', channel: { $nin: [...repeatable] } },
        { $set: { state: 'unknown', leasedUntil: null, settledAt: new Date(realNow) } },
      );
      const again = await rows.updateMany(
        { ...ended, state: { $in: ['leased', 'sending'] } },
        { $set: { state: 'due', leasedUntil: null } },
      );
      return lost.modifiedCount + again.modifiedCount;
    },
    async isEarlierUnderWay(delivery) {
      const underWay = { ...earlierThan(delivery), state: { $in: ['leased', 'sending'] } };
      return (await rows.findOne(underWay as object, { projection: { _id: 1 } })) !== null;
    },
    async lastSent(delivery) {
      const sent = { ...earlierThan(delivery), state: { $in: [...SENT] } };
      const row = await rows.findOne(sent as object, { sort: { 'about.version': -1 } });
      return row && deliveryOf(row as DeliveryRow);
    },
    async ofBooking({ partnerId, mode }, bookingId) {
      const found = await rows.find({ bookingId, partnerId, mode }).sort({ dueAt: 1, _id: 1 }).toArray();
      return found.map((row) => deliveryOf(row as DeliveryRow));
    },
    async forget({ partnerId, mode }, userId) {
      await rows.deleteMany({ userId, partnerId, mode } as object);
    },
    list: async (listing) => (await listed(OTHERS, listing)).map((row) => deliveryOf(row as DeliveryRow)),
    listOfAccounts: async (listing) =>
      (await listed(ACCOUNTS, listing)).map((row) => deliveryOf(row as DeliveryRow) as AnyDelivery as AccountDelivery),
    counts: (query) => countRows(rows as unknown as mongo.Collection, query),
  };
}
