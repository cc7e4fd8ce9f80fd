import type { Connection, mongo } from 'mongoose';
import type { ConnectionAttempt, ConnectionAttempts } from '../../../application/ports/provider-connections.ts';
import { makeUnlessMade } from '../connection/make-indexes.ts';
import { withDates, withInstants, type Dated } from '../rows/dates.ts';
import type { Sealing } from '../sealing/sealing.ts';

type Plain = Omit<ConnectionAttempt, 'id'>;
type AttemptRow = Dated<Plain, 'expiresAt'> & { readonly _id: string };

const rowOf = ({ id, ...rest }: ConnectionAttempt): AttemptRow => ({ _id: id, ...withDates(rest, ['expiresAt']) });
const attemptOf = ({ _id, ...rest }: AttemptRow): ConnectionAttempt => ({
  id: _id,
  ...withInstants<Plain, 'expiresAt'>(rest, ['expiresAt']),
});

const indexes: mongo.IndexDescription[] = [{ key: { expiresAt: 1 }, expireAfterSeconds: 0 }];

/** Opens the collection `connection_attempts` of a connection and creates its indexes. Those that ran out go away. */
export async function createMongoConnectionAttempts(
  connection: Connection,
  sealing: Sealing,
): Promise<ConnectionAttempts> {
  const rows = connection.collection<AttemptRow>('connection_attempts');
  await makeUnlessMade(connection, 'ConnectionAttempt', indexes, () => rows.createIndexes(indexes));
  const { seal, open } = sealing.of('connection_attempts');
  const opened = (row: unknown): ConnectionAttempt => attemptOf(open(row as AttemptRow));
  return {
    async insert(attempt) {
      await rows.insertOne(seal(rowOf(attempt)));
    },
    async byId(id) {
      const row = await rows.findOne({ _id: id });
      return row && opened(row);
    },
    async take(id) {
      const row = await rows.findOneAndDelete({ _id: id });
      return row && opened(row);
    },
  };
}
