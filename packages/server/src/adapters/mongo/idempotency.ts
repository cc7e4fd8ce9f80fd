import { Schema, type Connection } from 'mongoose';
import {
  IDEMPOTENCY_SECONDS,
  type Idempotency,
  type IdempotencyRecord,
  type IdempotencyScope,
} from '../../application/ports/idempotency.ts';
import { withDates, type Dated } from './rows/dates.ts';
import { unlessDuplicate } from './rows/duplicate-key.ts';
import { makeIndexes } from './connection/make-indexes.ts';
import { scopeFields } from './rows/schema-parts.ts';
import type { Sealing } from './sealing/sealing.ts';

type RecordRow = Dated<IdempotencyRecord, 'createdAt'>;

const name = { type: String, required: true } as const;

const recordSchema = new Schema<RecordRow>(
  {
    ...scopeFields,
    caller: name,
    operation: name,
    key: name,
    bodyHash: name,
    resourceId: name,
    coachId: String,
    createdAt: { type: Date, required: true },
  },
  { collection: 'idempotency', versionKey: false, id: false, autoIndex: false, strict: 'throw' },
)
  .index({ partnerId: 1, mode: 1, caller: 1, operation: 1, key: 1 }, { unique: true })
  .index({ createdAt: 1 }, { expireAfterSeconds: IDEMPOTENCY_SECONDS });

const scopeOf = ({ partnerId, mode, caller, operation, key }: IdempotencyScope): IdempotencyScope => ({
  partnerId,
  mode,
  caller,
  operation,
  key,
});

/** Opens the collection `idempotency` of a connection and creates its indexes. */
export async function createMongoIdempotency(connection: Connection, sealing: Sealing): Promise<Idempotency> {
  const model = connection.model<RecordRow>('IdempotencyRecord', recordSchema);
  await makeIndexes(connection, model);
  const { digest, isDigestOf } = sealing.of('idempotency');
  const find = (scope: IdempotencyScope) => model.findOne(scopeOf(scope)).lean<RecordRow>().exec();
  return {
    async begin(record) {
      for (;;) {
        const { bodyHash, resourceId } = record;
        const row = { ...withDates(record, ['createdAt']), bodyHash: digest(bodyHash) };
        const inserted = await unlessDuplicate(model.insertOne(row), null);
        if (inserted) return { resourceId, fresh: true, isSameBody: true };
        const old = await find(record);
        // A record that expired between the two no longer conflicts.
        if (old) return { resourceId: old.resourceId, fresh: false, isSameBody: isDigestOf(old.bodyHash, bodyHash) };
      }
    },
    async renew(scope, from, to) {
      const change = { $set: { resourceId: to }, $unset: { coachId: true } };
      await model.updateOne({ ...scopeOf(scope), resourceId: from }, change).exec();
      return (await find(scope))?.resourceId ?? null;
    },
    async choose(scope, resourceId, coachId) {
      const open = { ...scopeOf(scope), resourceId, coachId: { $exists: false } };
      await model.updateOne(open, { $set: { coachId } }).exec();
      const found = await find(scope);
      return found && { resourceId: found.resourceId, ...(found.coachId !== undefined && { coachId: found.coachId }) };
    },
    async forget({ partnerId, mode }, { callers, resourceIds }) {
      // No index has the ids: this reads a day's records of one partner, once per erased person.
      const $or = [{ caller: { $in: [...callers] } }, { resourceId: { $in: [...resourceIds] } }];
      return (await model.deleteMany({ partnerId, mode, $or }).exec()).deletedCount;
    },
  };
}
