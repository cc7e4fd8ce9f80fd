import type { Connection, mongo } from 'mongoose';
import type { ConnectionFailure, ProviderConnection } from '../../../domain/provider-connection/provider-connection.ts';
import type { ProviderConnections } from '../../../application/ports/provider-connections.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import type { Sealing } from '../sealing/sealing.ts';

type Plain = Omit<ProviderConnection, 'id' | 'failure'>;
type ConnectionKeys = 'expiresAt' | 'refreshingUntil' | 'createdAt' | 'connectedAt';

const connectionKeys: readonly ConnectionKeys[] = ['expiresAt', 'refreshingUntil', 'createdAt', 'connectedAt'];

type ConnectionRow = Dated<Plain, ConnectionKeys> & {
  readonly _id: string;
  readonly failure?: Dated<ConnectionFailure, 'at'>;
};

const rowOf = ({ id, failure, ...rest }: ProviderConnection): ConnectionRow => ({
  _id: id,
  ...withDates(rest, connectionKeys),
  ...(failure && { failure: withDates(failure, ['at']) }),
});

const connectionOf = ({ _id, failure, ...rest }: ConnectionRow): ProviderConnection => ({
  id: _id,
  ...withInstants<Plain, ConnectionKeys>(rest, connectionKeys),
  ...(failure && { failure: withInstants<ConnectionFailure, 'at'>(failure, ['at']) }),
});

const indexes: mongo.IndexDescription[] = [
  { key: { coachId: 1, createdAt: 1, _id: 1 } },
  { key: { subjectKey: 1 } },
  { key: { task: 1 }, partialFilterExpression: { task: { $gt: '' } } },
];

/** Opens the collection `provider_connections` of a connection and creates its indexes. Its tokens are sealed. */
export async function createMongoProviderConnections(
  connection: Connection,
  sealing: Sealing,
): Promise<ProviderConnections> {
  const rows = connection.collection<ConnectionRow>('provider_connections');
  await makeUnlessMade(connection, 'ProviderConnection', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('provider_connections');
  const opened = (row: unknown): ProviderConnection => connectionOf(open(row as ConnectionRow));
  return {
    async insert(made) {
      return unlessDuplicate(
        rows.insertOne(seal(rowOf(made))).then(() => true),
        false,
      );
    },
    async byId(id) {
      const row = await rows.findOne({ _id: id });
      return row && opened(row);
    },
    async ofCoach({ partnerId, mode }, coachId) {
      const found = rows.find({ partnerId, mode, coachId }).sort({ createdAt: 1, _id: 1 });
      return (await found.toArray()).map(opened);
    },
    async ofSubject(subjectKey) {
      return (await rows.find({ subjectKey }).toArray()).map(opened);
    },
    async replace(changed, expectedVersion) {
      const row = seal(rowOf({ ...changed, version: expectedVersion + 1 }));
      return (await rows.replaceOne({ _id: changed.id, version: expectedVersion }, row)).matchedCount === 1;
    },
    async remove(id, expectedVersion) {
      return (await rows.deleteOne({ _id: id, version: expectedVersion })).deletedCount === 1;
    },
    async withTask(limit) {
      return (
        await rows
          .find({ task: { $gt: '' } } as never)
          .limit(limit)
          .toArray()
      ).map(opened);
    },
  };
}
