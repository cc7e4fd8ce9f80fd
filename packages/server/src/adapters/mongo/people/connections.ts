import { Schema, type Connection } from 'mongoose';
import type { Connections, StoredConnection } from '../../../application/ports/connections.ts';
import { connectionOf, rowOf, type ConnectionRow } from './connection-rows.ts';
import { unlessDuplicate } from '../rows/duplicate-key.ts';
import { knownFields, replaceKnown } from '../rows/known-fields.ts';
import { makeIndexes } from '../connection/make-indexes.ts';
import { part, scopeFields, wholeNumber } from '../rows/schema-parts.ts';

const name = { type: String, required: true } as const;

const connectionSchema = new Schema<ConnectionRow>(
  {
    _id: name,
    ...scopeFields,
    clientId: name,
    coachId: name,
    said: part<NonNullable<ConnectionRow['said']>>({
      since: Date,
      byBooking: Boolean,
      askedAt: Date,
      refusedAt: Date,
      refusal: { type: String, enum: ['declined', 'withdrawn'] },
    }),
    since: { type: Date, required: true },
    withdrawnAt: Date,
    connected: { type: Boolean, required: true },
    version: wholeNumber,
  },
  { collection: 'connections', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
)
  .index({ partnerId: 1, mode: 1, clientId: 1 })
  .index({ partnerId: 1, mode: 1, coachId: 1, clientId: 1 });

const idOf = ({ clientId, coachId }: Pick<StoredConnection, 'clientId' | 'coachId'>): string =>
  `${clientId}:${coachId}`;

const known = knownFields(connectionSchema);
const storedOf = (row: ConnectionRow): StoredConnection => connectionOf(known(row));

/** Opens the collection `connections` of a connection and creates its indexes. */
export async function createMongoConnections(connection: Connection): Promise<Connections> {
  const model = connection.model<ConnectionRow>('ClientConnection', connectionSchema);
  await makeIndexes(connection, model);
  return {
    async find({ partnerId, mode }, clientId, coachId) {
      const row = await model
        .findOne({ _id: idOf({ clientId, coachId }), partnerId, mode })
        .lean<ConnectionRow>()
        .exec();
      return row && storedOf(row);
    },
    async insert(made) {
      return (await unlessDuplicate(model.insertOne(rowOf(idOf(made), made)), null)) !== null;
    },
    async replace(changed, expectedVersion) {
      const row = rowOf(idOf(changed), changed);
      const { _id, partnerId, mode } = row;
      return replaceKnown(model, { _id, partnerId, mode, version: expectedVersion }, row);
    },
    async ofCoach({ partnerId, mode, coachId, clientIds, after, limit }) {
      const among = { ...(clientIds && { $in: [...clientIds] }), ...(after !== undefined && { $gt: after }) };
      const filter = { partnerId, mode, coachId, ...(Object.keys(among).length > 0 && { clientId: among }) };
      const rows = await model.find(filter).sort({ clientId: 1 }).limit(limit).lean<ConnectionRow[]>().exec();
      return rows.map(storedOf);
    },
    async allOf({ partnerId, mode }, clientId) {
      const rows = await model.find({ partnerId, mode, clientId }).sort({ coachId: 1 }).lean<ConnectionRow[]>().exec();
      return rows.map(storedOf);
    },
    async removeAll({ partnerId, mode }, clientId) {
      return (await model.deleteMany({ partnerId, mode, clientId }).exec()).deletedCount;
    },
  };
}
