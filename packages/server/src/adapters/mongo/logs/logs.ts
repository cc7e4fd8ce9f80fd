import type { Connection } from 'mongoose';
import type { LedgerScope } from '../../../application/ports/ledgers.ts';
import type { LogName, LogQuery, Logs, StoredLog, StoredLogOf } from '../../../application/ports/logs.ts';
import { inOrder, rangeProblem } from '../../../domain/client/days.ts';
import type { LogKind } from '../../../domain/client/log.ts';
import { duplicatesOf, unlessDuplicate } from '../rows/duplicate-key.ts';
import { replaceKnown } from '../rows/known-fields.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { logOf, logSchema, rowOfLog, type LogRow } from './log-schema.ts';
import { BATCH } from '../rows/batch.ts';
import { makeIndexes } from '../connection/make-indexes.ts';

const named = ({ id, partnerId, mode, clientId, kind }: LogName) => ({ _id: id, partnerId, mode, clientId, kind });
const ofClient = ({ partnerId, mode }: LedgerScope, clientId: string) => ({ partnerId, mode, clientId });

/** Opens the collection `client_logs` of a connection and creates its index. */
export async function createMongoLogs(connection: Connection, sealing: Sealing): Promise<Logs> {
  const model = connection.model<LogRow>('ClientLog', logSchema);
  await makeIndexes(connection, model);
  const rows = connection.collection<LogRow>(model.collection.collectionName);
  const { seal, open } = sealing.of('client_logs');
  const opened = (row: LogRow): StoredLog => logOf(open(row));
  /** Validates and seals an entry. Validated as a document, since its required fields depend on its kind. */
  const sealedRow = async (log: StoredLog): Promise<LogRow> => {
    const row = rowOfLog(log);
    await new model(row).validate();
    return seal(row);
  };
  return {
    async insert(log) {
      return (await unlessDuplicate(rows.insertOne(await sealedRow(log)), null)) !== null;
    },
    async insertMissing(logs) {
      const sealed: LogRow[] = [];
      for (const log of logs) sealed.push(await sealedRow(log));
      if (sealed.length > 0) await duplicatesOf(rows.insertMany(sealed, { ordered: false }));
    },
    async find<K extends LogKind>(name: LogName<K>) {
      const row = await model.findOne(named(name)).lean<LogRow>().exec();
      return row && (opened(row) as StoredLogOf<K>);
    },
    async replace(log, expectedVersion) {
      return replaceKnown(model, { ...named(log), version: expectedVersion }, rowOfLog(log), { seal });
    },
    async remove(name) {
      return (await model.deleteOne(named(name)).exec()).deletedCount === 1;
    },
    async between<K extends LogKind>(query: LogQuery<K>) {
      const problem = rangeProblem(query);
      if (problem) throw new RangeError(`No range of days: ${problem}.`);
      const { kind, from, to, metric } = query;
      const filter = { ...ofClient(query, query.clientId), kind: kind as LogKind, date: { $gte: from, $lte: to } };
      const found = await model.find(filter).lean<LogRow[]>().exec();
      // The name of the metric is sealed, so the store cannot search by it.
      const isAsked = (log: StoredLog) => metric === undefined || (log.kind === 'progress' && log.metric === metric);
      return (found.map(opened).filter(isAsked) as StoredLogOf<K>[]).sort(inOrder);
    },
    async *allOf<K extends LogKind>(scope: LedgerScope, clientId: string, kind: K) {
      const filter = { ...ofClient(scope, clientId), kind: kind as LogKind };
      const rows: AsyncIterable<LogRow> = model
        .find(filter)
        .sort({ date: 1 })
        .lean<LogRow[]>()
        .cursor({ batchSize: BATCH });
      // An index has the order of dates; entries of one date are sorted here.
      let day: StoredLogOf<K>[] = [];
      for await (const row of rows) {
        if (day[0] && day[0].date !== row.date) {
          yield* day.sort(inOrder);
          day = [];
        }
        day.push(opened(row) as StoredLogOf<K>);
      }
      yield* day.sort(inOrder);
    },
    async count(scope, clientId) {
      return model.countDocuments(ofClient(scope, clientId)).exec();
    },
    async removeAll(scope, clientId) {
      return (await model.deleteMany(ofClient(scope, clientId)).exec()).deletedCount;
    },
  };
}
