import type { mongo } from 'mongoose';
import { minus, plus } from '@coach-booking/time/instant';
import type { CountQuery } from '../../../application/ports/deliveries.ts';
import { LATE_AFTER, mergedCounts, type DeliveryCount } from '../../../domain/delivery/count.ts';
import { MAX_WAIT } from '../../../domain/delivery/retry.ts';

type Group = Omit<DeliveryCount, 'kind' | 'channel'> & { readonly _id: Pick<DeliveryCount, 'kind' | 'channel'> };

const none = { due: 0, late: 0, retrying: 0, failed: 0, unknown: 0 };
const oneIf = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });

/**
 * Counts rows of `deliveries` by kind and channel. Each condition begins an index by state, mode and instant, so that
 * what was sent, and what is far ahead, is never read.
 */
export async function countRows(
  rows: mongo.Collection,
  { mode, partnerId, now, since }: CountQuery,
): Promise<DeliveryCount[]> {
  const scope = { mode, ...(partnerId !== undefined && { partnerId }) };
  const late = { $lt: ['$dueAt', new Date(minus(now, LATE_AFTER))] };
  const groupsOf = (match: object, numbers: object) =>
    rows
      .aggregate<Group>([
        { $match: { ...scope, ...match } },
        { $group: { _id: { kind: '$kind', channel: '$channel' }, ...numbers } },
      ])
      .toArray();
  const groups = await Promise.all([
    groupsOf(
      { state: { $in: ['due', 'leased', 'sending'] }, dueAt: { $lte: new Date(now) } },
      { due: { $sum: 1 }, late: oneIf(late) },
    ),
    groupsOf(
      { state: 'due', dueAt: { $lte: new Date(plus(now, MAX_WAIT)) }, failures: { $gt: 0 } },
      { retrying: { $sum: 1 } },
    ),
    groupsOf({ state: 'failed', dueAt: { $gte: new Date(since) } }, { failed: { $sum: 1 } }),
    groupsOf({ state: 'unknown', dueAt: { $gte: new Date(since) } }, { unknown: { $sum: 1 } }),
  ]);
  return mergedCounts(groups.flat().map(({ _id, ...numbers }) => ({ ..._id, ...none, ...numbers })));
}
