import { execute } from './query/execute.ts';
import type { Database } from './store/database.ts';
import type { Document } from './values/document.ts';

/** Documents of an index that are removed in one transaction; other writes run in between. */
const BATCH_SIZE = 500;

/** Removes the documents that TTL indexes have expired; resolves to their number. */
export async function sweepExpired(database: Database, now: Date): Promise<number> {
  for (let removed = 0; ;) {
    const more = await database.write(() => removeSome(database, now));
    removed += more.removed;
    if (!more.left) return removed;
  }
}

function removeSome(database: Database, now: Date): { removed: number; left: boolean } {
  let removed = 0;
  let left = false;
  for (const collection of database.collections()) {
    for (const { expireAfterSeconds, fields, partialFilterExpression } of collection.indexes) {
      const path = fields[0]?.path;
      if (expireAfterSeconds === undefined || path === undefined) continue;
      const expired: Document = { [path]: { $lte: new Date(now.getTime() - expireAfterSeconds * 1000) } };
      const filter = partialFilterExpression ? { $and: [expired, partialFilterExpression] } : expired;
      const { documents } = execute(database, collection, { filter, limit: BATCH_SIZE });
      for (const stored of documents) collection.remove(stored);
      removed += documents.length;
      left ||= documents.length === BATCH_SIZE;
    }
  }
  return { removed, left };
}
