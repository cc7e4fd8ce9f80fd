import { Schema, type Connection } from 'mongoose';
import type { Connections, StoredConnection } from '../../application/ports/connections.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import { isConnected } from '../../domain/client/connection.ts';
import { withDates, withInstants, type Dated } from './dates.ts';
import { unlessDuplicate } from './duplicate-key.ts';
import { knownFields, replaceKnown } from './known-fields.ts';
import { makeIndexes } from './make-indexes.ts';
import { scopeFields, wholeNumber } from './schema-parts.ts';

type Instants = 'since' | 'withdrawnAt';
const instants: readonly Instants[] = ['since', 'withdrawnAt'];

type ConnectionRow = Dated<StoredConnection, Instants> & {
  /** Client and coach, so that the store has one for the two without asking an index. */
  readonly _id: string;
  /** Whether it stands, by `isConnected`: what lists are made of. */
  readonly connected: boolean;
};

const name = { type: String, required: true } as const;

const connectionSchema = new Schema<ConnectionRow>(
  {
    _id: name,
    ...scopeFields,
    clientId: name,
    coachId: name,
    since: { type: Date, required: true },
    withdrawnAt: Date,
    connected: { type: Boolean, required: true },
    version: wholeNumber,
  },
  { collection: 'connections', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
)
  .index({ partnerId: 1, mode: 1, clientId: 1 })
  .index({ partnerId: 1, mode: 1, coachId: 1, connected: 1, clientId: 1 });

const idOf = (clientId: string, coachId: string): string => `${clientId}:${coachId}`;

const rowOf = (connection: StoredConnection): ConnectionRow => ({
  _id: idOf(connection.clientId, connection.coachId),
  ...withDates(connection, instants),
  connected: isConnected(connection),
});

const known = knownFields(connectionSchema);
const connectionOf = (stored: ConnectionRow): StoredConnection => {
  const { _id, connected, ...row } = known(stored);
  return withInstants<StoredConnection, Instants>(row, instants);
};

/** The collection `connections` of an open connection, its indexes made. */
export const createMongoConnections = async (connection: Connection): Promise<Connections> => {
  const model = connection.model<ConnectionRow>('ClientConnection', connectionSchema);
  await makeIndexes(connection, model);
  const ofClient = async ({ partnerId, mode }: LedgerScope, clientId: string, standing: { readonly connected?: true }) => {
    const rows = await model
      .find({ partnerId, mode, clientId, ...standing })
      .sort({ since: 1, coachId: 1 })
      .lean<ConnectionRow[]>()
      .exec();
    return rows.map(connectionOf);
  };
  return {
    async find({ partnerId, mode }, clientId, coachId) {
      const row = await model
        .findOne({ _id: idOf(clientId, coachId), partnerId, mode })
        .lean<ConnectionRow>()
        .exec();
      return row && connectionOf(row);
    },
    async insert(made) {
      return (await unlessDuplicate(model.insertOne(rowOf(made)), null)) !== null;
    },
    async replace(changed, expectedVersion) {
      const row = rowOf(changed);
      const { _id, partnerId, mode } = row;
      return replaceKnown(model, { _id, partnerId, mode, version: expectedVersion }, row);
    },
    ofClient: (scope, clientId) => ofClient(scope, clientId, { connected: true }),
    async ofCoach({ partnerId, mode, coachId, clientIds, after, limit }) {
      const among = { ...(clientIds && { $in: [...clientIds] }), ...(after !== undefined && { $gt: after }) };
      const filter = { partnerId, mode, coachId, connected: true, ...(Object.keys(among).length > 0 && { clientId: among }) };
      const rows = await model.find(filter).sort({ clientId: 1 }).limit(limit).lean<ConnectionRow[]>().exec();
      return rows.map(connectionOf);
    },
    allOf: (scope, clientId) => ofClient(scope, clientId, {}),
    async removeAll({ partnerId, mode }, clientId) {
      return (await model.deleteMany({ partnerId, mode, clientId }).exec()).deletedCount;
    },
  };
};
