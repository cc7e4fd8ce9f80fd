import type { Variables } from '../expression/scope.ts';
import { compileFilter } from '../query/filter.ts';
import { execute } from '../query/execute.ts';
import type { Collection } from '../store/collection.ts';
import type { Database } from '../store/database.ts';
import type { Stored } from '../store/stored.ts';
import { compileUpdate, isModifiers } from '../update/compile.ts';
import type { UpdateContext } from '../update/operators.ts';
import { compileArrayFilters } from '../update/paths.ts';
import { upserted } from '../update/upsert.ts';
import { encode } from '../values/bson.ts';
import { isDocument, type Document } from '../values/document.ts';
import { checkId } from './insert.ts';

/** One statement of `update`, or the update of `findAndModify`. */
export interface Change {
  readonly filter: Document;
  readonly update: unknown;
  readonly sort?: Document | undefined;
  readonly multi: boolean;
  readonly upsert: boolean;
  readonly arrayFilters: readonly unknown[];
  readonly variables: Variables;
  readonly now: Date;
}

export interface Changed {
  readonly matched: number;
  readonly modified: number;
  /** The inserted document of an upsert. */
  readonly inserted?: Document;
  /** The last changed document, before and after. */
  readonly before?: Document;
  readonly after?: Document;
}

/** Applies one change, inside of a write transaction. Only an upsert creates a collection. */
export function applyChange(database: Database, namespace: string, change: Change): Changed {
  const { filter, multi, variables, now } = change;
  const arrayFilters = compileArrayFilters(change.arrayFilters);
  const update = compileUpdate(change.update, arrayFilters, variables, multi);
  const matches = compileFilter(filter, variables);
  const collection = change.upsert ? database.ensure(namespace) : database.find(namespace);
  if (!collection) return { matched: 0, modified: 0 };
  const { documents } = execute(database, collection, {
    filter,
    matches,
    sort: change.sort,
    variables,
    limit: multi ? 0 : 1,
  });
  const contextOf = (document: Document, inserting: boolean): UpdateContext => ({
    ...{ now, inserting, arrayFilters },
    get position() {
      const position: { index?: number } = {};
      matches(document, position);
      return position.index;
    },
  });
  if (documents.length === 0 && change.upsert) {
    const replaces = isDocument(change.update) && !isModifiers(change.update);
    const inserted = upserted(filter, update, replaces, contextOf({}, true));
    checkId(inserted['_id']);
    collection.insert(inserted);
    return { matched: 0, modified: 0, inserted, after: inserted };
  }
  const results = documents.map((stored) => ({
    stored,
    ...rewrite(collection, stored, update(stored.document, contextOf(stored.document, false))),
  }));
  const last = results.at(-1);
  return {
    matched: documents.length,
    modified: results.filter(({ changed }) => changed).length,
    ...(last ? { before: last.stored.document, after: last.document } : {}),
  };
}

/** Stores the new version unless it is the same, byte for byte. */
function rewrite(collection: Collection, stored: Stored, document: Document): { document: Document; changed: boolean } {
  const bytes = encode(document);
  if (bytes.equals(stored.bytes)) return { document: stored.document, changed: false };
  collection.replace(stored, document, bytes);
  return { document, changed: true };
}
