import type { Model, QueryFilter } from 'mongoose';
import type { TallyQuery } from '../../../application/ports/booking-reads.ts';
import type { BookingGroup, Tally } from '../../../domain/stats/tally.ts';
import { earliest, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { BookingRow } from './booking-rows.ts';

/**
 * Milliseconds of starts that one command sums: a year of a busy coach is many short commands, between which the store
 * serves others.
 */
const PERIOD = 28 * DAY;

type Sums = Pick<BookingGroup, 'count' | 'amount' | 'ahead'>;

interface GroupRow extends Sums {
  readonly _id: Omit<BookingGroup, keyof Sums>;
}

const startsIn = ({ partnerId, mode, coachId }: TallyQuery, from: Instant, to: Instant) => ({
  partnerId,
  mode,
  coachId,
  'time.start': { $gte: new Date(from), $lt: new Date(to) },
});

/** The request has expired, which is not recorded yet. R25. */
const waitsInVain = (now: Instant) => ({
  $and: [{ $eq: ['$status', 'pending'] }, { $lte: ['$time.start', new Date(now)] }],
});

const groupsOf = (query: TallyQuery, from: Instant, to: Instant) => [
  { $match: startsIn(query, from, to) },
  { $addFields: { waitsInVain: waitsInVain(query.now) } },
  {
    $group: {
      _id: {
        status: { $cond: ['$waitsInVain', 'cancelled', '$status'] },
        isExpired: { $or: ['$waitsInVain', { $eq: ['$isExpired', true] }] },
        locationKind: '$locationKind',
        duration: '$duration',
        weekday: '$time.local.weekday',
        hour: '$time.local.hour',
        currency: { $ifNull: ['$price.currency', null] },
        isAhead: { $gt: ['$time.start', new Date(query.now)] },
      },
      count: { $sum: 1 },
      amount: { $sum: '$price.amount' },
      discount: { $sum: '$discount.discount' },
      ahead: { $sum: { $subtract: ['$time.start', '$createdAt'] } },
    },
  },
];

const sumOf = (a: BookingGroup, b: BookingGroup): BookingGroup => ({
  ...a,
  count: a.count + b.count,
  amount: a.amount + b.amount,
  discount: a.discount + b.discount,
  ahead: a.ahead + b.ahead,
});

const groupsIn = async (model: Model<BookingRow>, query: TallyQuery): Promise<BookingGroup[]> => {
  const groups = new Map<string, BookingGroup>();
  for (let from = query.from; from < query.to; from = plus(from, PERIOD)) {
    const to = earliest(plus(from, PERIOD), query.to);
    for (const { _id, ...sums } of await model.aggregate<GroupRow>(groupsOf(query, from, to)).exec()) {
      const name = JSON.stringify(Object.entries(_id).sort());
      const group = { ..._id, ...sums };
      const before = groups.get(name);
      groups.set(name, before ? sumOf(before, group) : group);
    }
  }
  return [...groups.values()];
};

/**
 * Sums a period part by part, and counts the one before it from an index's keys. No booking is read whole, and none is
 * kept in memory.
 */
export async function tally(model: Model<BookingRow>, query: TallyQuery): Promise<Tally> {
  const periodBefore = startsIn(query, query.before, query.from) as QueryFilter<BookingRow>;
  const [groups, before] = await Promise.all([groupsIn(model, query), model.countDocuments(periodBefore).exec()]);
  return { groups, before };
}
