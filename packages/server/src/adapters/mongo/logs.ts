import type { Connection } from 'mongoose';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { LogName, LogQuery, Logs, StoredLogOf } from '../../application/ports/logs.ts';
import { inOrder, rangeProblem } from '../../domain/client/days.ts';
import type { LogKind } from '../../domain/client/log.ts';
import { duplicatesOf, unlessDuplicate } from './duplicate-key.ts';
import { replaceKnown } from './known-fields.ts';
import { logOf, logSchema, rowOfLog, type LogRow } from './log-schema.ts';
import { makeIndexes } from './make-indexes.ts';

const named = ({ id, partnerId, mode, clientId, kind }: LogName) => ({ _id: id, partnerId, mode, clientId, kind });
const ofClient = ({ partnerId, mode }: LedgerScope, clientId: string) => ({ partnerId, mode, clientId });

/** The collection `client_logs` of an open connection, its index made. */
export const createMongoLogs = async (connection: Connection): Promise<Logs> => {
  const model = connection.model<LogRow>('ClientLog', logSchema);
  await makeIndexes(connection, model);
  return {
    async insert(log) {
      return (await unlessDuplicate(model.insertOne(rowOfLog(log)), null)) !== null;
    },
    async insertMissing(logs) {
      const rows = logs.map(rowOfLog);
      for (const row of rows) await new model(row).validate();
      if (rows.length > 0) await duplicatesOf(model.collection.insertMany(rows as never[], { ordered: false }));
    },
    async find<K extends LogKind>(name: LogName<K>) {
      const row = await model.findOne(named(name)).lean<LogRow>().exec();
      return row && (logOf(row) as StoredLogOf<K>);
    },
    async replace(log, expectedVersion) {
      return replaceKnown(model, { ...named(log), version: expectedVersion }, rowOfLog(log));
    },
    async remove(name) {
      return (await model.deleteOne(named(name)).exec()).deletedCount === 1;
    },
    async between<K extends LogKind>(query: LogQuery<K>) {
      const problem = rangeProblem(query);
      if (problem) throw new RangeError(`No range of days: ${problem}.`);
      const { kind, from, to, metric } = query;
      const filter = { ...ofClient(query, query.clientId), kind: kind as LogKind, date: { $gte: from, $lte: to } };
      const rows = await model
        .find({ ...filter, ...(metric !== undefined && { metric }) })
        .lean<LogRow[]>()
        .exec();
      return (rows.map(logOf) as StoredLogOf<K>[]).sort(inOrder);
    },
    async allOf(scope, clientId) {
      const rows = await model.find(ofClient(scope, clientId)).lean<LogRow[]>().exec();
      return rows.map(logOf).sort(inOrder);
    },
    async removeAll(scope, clientId) {
      return (await model.deleteMany(ofClient(scope, clientId)).exec()).deletedCount;
    },
  };
};
