import { Schema, type Connection } from 'mongoose';
import type { ImportedId, ImportedIds, ImportedScope } from '../../application/ports/imported-ids.ts';
import { makeIndexes } from './connection/make-indexes.ts';
import { duplicatesOf } from './rows/duplicate-key.ts';
import { scopeFields } from './rows/schema-parts.ts';

const name = { type: String, required: true } as const;

const importedIdSchema = new Schema<ImportedId>(
  {
    ...scopeFields,
    kind: { type: String, enum: ['coaches', 'clients', 'bookings'], required: true },
    externalId: name,
    resourceId: name,
  },
  { collection: 'imported_ids', versionKey: false, id: false, autoIndex: false, strict: 'throw' },
)
  .index({ partnerId: 1, mode: 1, kind: 1, externalId: 1 }, { unique: true })
  // By which an erasure finds them.
  .index({ partnerId: 1, mode: 1, resourceId: 1 });

const scopeOf = ({ partnerId, mode, kind }: ImportedScope): ImportedScope => ({ partnerId, mode, kind });

/** The collection `imported_ids` of an open connection, its indexes made. */
export async function createMongoImportedIds(connection: Connection): Promise<ImportedIds> {
  const model = connection.model<ImportedId>('ImportedId', importedIdSchema);
  await makeIndexes(connection, model);
  const rows = connection.collection<ImportedId>(model.collection.collectionName);
  const find: ImportedIds['find'] = async (scope, externalIds) => {
    const filter = { ...scopeOf(scope), externalId: { $in: [...externalIds] } };
    const found = await model.find(filter).lean<ImportedId[]>().exec();
    return new Map(found.map(({ externalId, resourceId }) => [externalId, resourceId]));
  };
  return {
    find,
    async begin(ids) {
      const [first] = ids;
      if (!first) return new Map();
      const made = ids.map(({ externalId, resourceId, ...scope }) => ({ ...scopeOf(scope), externalId, resourceId }));
      const refused = await duplicatesOf(rows.insertMany(made, { ordered: false }));
      const noted = new Map(made.map(({ externalId, resourceId }) => [externalId, resourceId]));
      if (refused.size === 0) return noted;
      const others = await find(
        first,
        ids.map(({ externalId }) => externalId),
      );
      return new Map([...noted, ...others]);
    },
    async renew(id, to) {
      const named = { ...scopeOf(id), externalId: id.externalId };
      await model.updateOne({ ...named, resourceId: id.resourceId }, { $set: { resourceId: to } }).exec();
      return (await find(id, [id.externalId])).get(id.externalId) ?? null;
    },
    async forget({ partnerId, mode }, resourceIds) {
      const filter = { partnerId, mode, resourceId: { $in: [...resourceIds] } };
      return (await model.deleteMany(filter).exec()).deletedCount;
    },
  };
}
