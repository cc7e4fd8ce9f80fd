import type { Connection, mongo } from 'mongoose';
import type { EndpointNotice, EndpointSecret, WebhookEndpoint } from '../../../domain/webhook/endpoint.ts';
import type { WebhookEndpoints } from '../../../application/ports/webhook-endpoints.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

type EndpointKeys = 'disabledAt' | 'failingSince' | 'warnedAt' | 'lastDeliveredAt' | 'createdAt';
type Plain = Omit<WebhookEndpoint, 'id' | 'secrets' | 'notices'>;

const endpointKeys: readonly EndpointKeys[] = [
  'disabledAt',
  'failingSince',
  'warnedAt',
  'lastDeliveredAt',
  'createdAt',
];
const secretKeys = ['createdAt', 'expiresAt'] as const;
const noticeKeys = ['at', 'dueAt'] as const;

type EndpointRow = Dated<Plain, EndpointKeys> & {
  readonly _id: string;
  /** Their `key` is sealed. */
  readonly secrets: readonly Dated<EndpointSecret, (typeof secretKeys)[number]>[];
  readonly notices: readonly Dated<EndpointNotice, (typeof noticeKeys)[number]>[];
};

const rowOf = ({ id, secrets, notices, ...rest }: WebhookEndpoint): EndpointRow => ({
  _id: id,
  ...withDates(rest, endpointKeys),
  secrets: secrets.map((secret) => withDates(secret, secretKeys)),
  notices: notices.map((notice) => withDates(notice, noticeKeys)),
});

const endpointOf = ({ _id, secrets, notices, ...rest }: EndpointRow): WebhookEndpoint => ({
  id: _id,
  ...withInstants<Plain, EndpointKeys>(rest, endpointKeys),
  secrets: secrets.map((secret) => withInstants<EndpointSecret, (typeof secretKeys)[number]>(secret, secretKeys)),
  notices: notices.map((notice) => withInstants<EndpointNotice, (typeof noticeKeys)[number]>(notice, noticeKeys)),
});

/** Lists are of a partner and mode; few have a notice at any moment. */
const indexes: mongo.IndexDescription[] = [
  { key: { partnerId: 1, mode: 1, createdAt: 1, _id: 1 } },
  { key: { 'notices.dueAt': 1 }, partialFilterExpression: { 'notices.dueAt': { $gt: new Date(0) } } },
];

/** Opens the collection `webhook_endpoints` of a connection and creates its indexes. */
export async function createMongoWebhookEndpoints(connection: Connection, sealing: Sealing): Promise<WebhookEndpoints> {
  const rows = connection.collection<EndpointRow>('webhook_endpoints');
  await makeUnlessMade(connection, 'WebhookEndpoint', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('webhook_endpoints');
  const opened = (row: unknown): WebhookEndpoint => endpointOf(open(row as EndpointRow));
  return {
    async insert(endpoint) {
      return unlessDuplicate(
        rows.insertOne(seal(rowOf(endpoint))).then(() => true),
        false,
      );
    },
    async byId({ partnerId, mode }, id) {
      const row = await rows.findOne({ _id: id, partnerId, mode });
      return row && opened(row);
    },
    async list({ partnerId, mode }) {
      const found = await rows.find({ partnerId, mode }).sort({ createdAt: 1, _id: 1 }).toArray();
      return found.map(opened);
    },
    async countDisabled({ partnerId, mode }) {
      return rows.countDocuments({ ...(partnerId !== undefined && { partnerId }), mode, state: 'disabled' });
    },
    async replace(endpoint, expectedVersion) {
      const row = seal(rowOf({ ...endpoint, version: expectedVersion + 1 }));
      const { matchedCount } = await rows.replaceOne({ _id: endpoint.id, version: expectedVersion }, row);
      return matchedCount === 1;
    },
    async remove({ partnerId, mode }, id) {
      return (await rows.deleteOne({ _id: id, partnerId, mode })).deletedCount === 1;
    },
    async withNotices(realNow, limit) {
      const due = { 'notices.dueAt': { $gt: new Date(0), $lte: new Date(realNow) } };
      return (
        await rows
          .find(due as object)
          .limit(limit)
          .toArray()
      ).map(opened);
    },
  };
}
