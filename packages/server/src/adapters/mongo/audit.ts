import { Schema, type Connection, type QueryFilter } from 'mongoose';
import { instant } from '@coach-booking/time/instant';
import {
  ERASED_ID,
  type Audit,
  type AuditActor,
  type AuditEntry,
  type AuditQuery,
} from '../../application/ports/audit.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import { BATCH } from './rows/batch.ts';
import type { Dated } from './rows/dates.ts';
import { makeIndexes } from './connection/make-indexes.ts';
import { part, scopeFields, text } from './rows/schema-parts.ts';

type AuditRow = Omit<Dated<AuditEntry, 'at'>, 'id'> & { readonly _id: string };
type Filter = QueryFilter<AuditRow>;

const name = { type: String, required: true } as const;

const auditSchema = new Schema<AuditRow>(
  {
    _id: name,
    ...scopeFields,
    at: { type: Date, required: true },
    by: {
      type: part<AuditActor>({
        kind: { type: String, enum: ['person', 'partner', 'visitor', 'operator', 'system'], required: true },
        id: text,
        role: { type: String, enum: ['client', 'coach', 'staff', 'admin'] },
      }),
      required: true,
    },
    action: name,
    subject: { type: part<AuditEntry['subject']>({ kind: name, id: name }), required: true },
    requestId: text,
  },
  { collection: 'audit', versionKey: false, id: false, autoIndex: false, strict: 'throw', minimize: false },
)
  .index({ partnerId: 1, mode: 1, at: -1, _id: -1 })
  .index({ partnerId: 1, mode: 1, 'subject.id': 1, at: -1, _id: -1 })
  .index({ partnerId: 1, mode: 1, 'by.id': 1, at: -1, _id: -1 })
  .index({ partnerId: 1, mode: 1, action: 1, at: -1, _id: -1 });

const newestFirst = { at: -1, _id: -1 } as const;

const rowOf = ({ id, partnerId, mode, at, ...rest }: AuditEntry): AuditRow => ({
  _id: id,
  partnerId,
  mode,
  at: new Date(at),
  ...rest,
});
const entryOf = ({ _id, at, ...rest }: AuditRow): AuditEntry => ({ ...rest, id: _id, at: instant(at.getTime()) });

const filterOf = ({
  partnerId,
  mode,
  from,
  to,
  actions,
  subjectId,
  byId,
  after,
}: Omit<AuditQuery, 'limit'>): Filter => {
  const since = from !== undefined && { $gte: new Date(from) };
  const until = to !== undefined && { $lt: new Date(to) };
  const asked = {
    partnerId,
    mode,
    ...((since || until) && { at: { ...since, ...until } }),
    ...(actions && { action: { $in: [...actions] } }),
    ...(subjectId !== undefined && { 'subject.id': subjectId }),
    ...(byId !== undefined && { 'by.id': byId }),
  };
  if (!after) return asked as Filter;
  const at = new Date(after.at);
  // The first condition lets an index begin there, the second orders entries of one moment.
  const behind = [{ at: { $lte: at } }, { $or: [{ at: { $lt: at } }, { _id: { $lt: after.id } }] }];
  return { $and: [asked, ...behind] } as Filter;
};

/** Opens the collection `audit` of a connection and creates its indexes. Its entries never expire. */
export async function createMongoAudit(connection: Connection): Promise<Audit> {
  const model = connection.model<AuditRow>('AuditEntry', auditSchema);
  await makeIndexes(connection, model);
  const naming = ({ partnerId, mode }: LedgerScope, personId: string): Filter => ({
    partnerId,
    mode,
    $or: [{ 'by.id': personId }, { 'subject.id': personId }],
  });
  return {
    async append(entry) {
      await model.insertOne(rowOf(entry));
    },
    async list(query) {
      const rows = await model.find(filterOf(query)).sort(newestFirst).limit(query.limit).lean<AuditRow[]>().exec();
      return rows.map(entryOf);
    },
    async count(query, most) {
      return model.countDocuments(filterOf(query), { limit: most }).exec();
    },
    async *allOf({ partnerId, mode }, personIds) {
      const theirs = { $in: [...personIds] };
      const stretches = [{ 'subject.id': theirs }, { 'by.id': theirs, 'subject.id': { $nin: [...personIds] } }];
      for (const stretch of stretches) {
        const found = model.find({ partnerId, mode, ...stretch } as Filter).sort(newestFirst);
        for await (const row of found.lean<AuditRow[]>().cursor({ batchSize: BATCH }) as AsyncIterable<AuditRow>)
          yield entryOf(row);
      }
    },
    async forget(scope, personId) {
      // Each document in one write, so that an entry is never half erased.
      const erased = (field: string) => ({ $cond: [{ $eq: [field, { $literal: personId }] }, ERASED_ID, field] });
      const update = [
        { $set: { 'subject.id': erased('$subject.id') } },
        {
          $set: {
            by: {
              $cond: [
                { $eq: ['$by.id', { $literal: personId }] },
                { $mergeObjects: ['$by', { id: ERASED_ID }] },
                '$by',
              ],
            },
          },
        },
      ];
      return (await model.updateMany(naming(scope, personId), update, { updatePipeline: true }).exec()).matchedCount;
    },
  };
}
