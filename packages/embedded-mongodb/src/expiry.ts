import { execute } from './query/execute.ts';
import type { Database } from './store/database.ts';
import type { Document } from './values/document.ts';

/** Removes what TTL indexes say has expired; resolves to the number of documents removed. */
export async function sweepExpired(database: Database, now: Date): Promise<number> {
  return database.environment.write(() => {
    let removed = 0;
    for (const collection of database.collections()) {
      for (const { expireAfterSeconds, fields, partialFilterExpression } of collection.indexes) {
        const path = fields[0]?.path;
        if (expireAfterSeconds === undefined || path === undefined) continue;
        const expired: Document = { [path]: { $lte: new Date(now.getTime() - expireAfterSeconds * 1000) } };
        const filter = partialFilterExpression ? { $and: [expired, partialFilterExpression] } : expired;
        for (const stored of execute(database, collection, { filter }).documents) {
          collection.remove(stored);
          removed++;
        }
      }
    }
    return removed;
  });
}
