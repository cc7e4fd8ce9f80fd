import { sortFields, sorted } from '../aggregate/sort.ts';
import type { Variables } from '../expression/scope.ts';
import type { Steps } from '../pace.ts';
import type { Collection } from '../store/collection.ts';
import type { Database } from '../store/database.ts';
import type { Stored } from '../store/stored.ts';
import type { Document } from '../values/document.ts';
import type { Part } from '../values/part.ts';
import { isOnlyIds } from './constraints.ts';
import { compileFilter, type Filter } from './filter.ts';
import { keysOfPlan } from './candidates.ts';
import { planFor, type Plan } from './plan.ts';

/** A query on one collection. */
export interface Query {
  readonly filter: Document;
  readonly sort?: Document | undefined;
  readonly skip?: number | undefined;
  /** 0 or missing: no limit. */
  readonly limit?: number | undefined;
  readonly variables?: Variables | undefined;
  /** The filter, when it is compiled already. */
  readonly matches?: Filter | undefined;
  /** Everything that is read of the documents, by the filter and the sort, too. Missing: they are read whole. */
  readonly parts?: readonly Part[] | undefined;
}

/** The result of a query, and what it examined for it. */
export interface Found {
  readonly documents: readonly Stored[];
  readonly documentsExamined: number;
  readonly keysExamined: number;
  readonly plan: Plan;
}

/** The keys and documents that were examined so far. */
export interface Examined {
  documents: number;
  keys: number;
}

/** A query that reads more documents than this does not cache them: they would push out what is read often. */
const MAX_CACHED_READ = 500;

/** Runs a query to its end. Without a sort, documents come in the order of the plan. */
export function execute(database: Database, collection: Collection, query: Query): Found {
  const examined = { documents: 0, keys: 0 };
  const plan = planFor(collection, query.filter, sortFields(query.sort ?? {}));
  const documents: Stored[] = [];
  for (const stored of search(database, collection, query, examined)) if (stored) documents.push(stored);
  return { documents, documentsExamined: examined.documents, keysExamined: examined.keys, plan };
}

/** Yields the documents that a query finds, in its order, on demand; undefined, where other work may run. */
export function* search(
  database: Database,
  collection: Collection,
  query: Query,
  examined: Examined = { documents: 0, keys: 0 },
): Generator<Stored | undefined, void> {
  const { filter, sort = {}, skip = 0, limit = 0 } = query;
  const plan = planFor(collection, filter, sortFields(sort));
  const found = matching(database, collection, query, plan, examined);
  const most = limit > 0 ? skip + limit : Infinity;
  const ordered = plan.sorted ? found : yield* firstOf(found, sort, most);
  let at = 0;
  if (most === 0) return;
  for (const stored of ordered) {
    if (!stored) yield;
    else if (at++ >= skip) yield stored;
    if (at >= most) return;
  }
}

/** Counts the documents that a query finds: from the keys of an index when these suffice. */
export function* counted(
  database: Database,
  collection: Collection,
  query: Query,
  examined: Examined = { documents: 0, keys: 0 },
): Steps<number> {
  const { filter, skip = 0, limit = 0 } = query;
  const most = limit > 0 ? skip + limit : Infinity;
  const { documents, entries } = database.environment;
  const plan = planFor(collection, filter, [], true);
  const whole = Object.keys(filter).length === 0;
  const covered = plan.kind === 'index' && plan.covered;
  let count = 0;
  if (most === Infinity && (whole || (covered && !plan.test))) {
    const [table, ranges] = whole
      ? [documents, [collection.range]]
      : [entries, (plan as Plan & { kind: 'index' }).ranges];
    for (const range of ranges) count += table.getKeysCount({ ...range });
  } else {
    const found =
      whole || covered
        ? keysOfPlan(database, collection, plan, examined)
        : matching(database, collection, query, plan, examined);
    for (const one of found) {
      if (one) count++;
      yield;
      if (count >= most) break;
    }
  }
  return Math.max(0, count - skip);
}

function* matching(
  database: Database,
  collection: Collection,
  query: Query,
  plan: Plan,
  examined: Examined,
): Generator<Stored | undefined, void> {
  const { filter, variables, parts } = query;
  const answered = plan.kind === 'documents' && plan.points !== undefined && isOnlyIds(filter);
  const matches = answered ? undefined : (query.matches ?? compileFilter(filter, variables));
  for (const key of keysOfPlan(database, collection, plan, examined)) {
    const stored =
      key && (parts ? collection.partAt(key, parts) : collection.at(key, examined.documents < MAX_CACHED_READ));
    if (stored) examined.documents++;
    yield stored && (!matches || matches(stored.document)) ? stored : undefined;
  }
}

/** Returns the first documents by a sort. Keeps at most about twice as many as are requested. */
function* firstOf(
  found: Iterable<Stored | undefined>,
  sort: Document,
  most: number,
): Generator<undefined, readonly Stored[]> {
  let kept: Stored[] = [];
  const documentOf = ({ document }: Stored) => document;
  for (const stored of found) {
    yield;
    if (stored) kept.push(stored);
    if (kept.length >= 2 * most + 100) kept = sorted(kept, sort, documentOf).slice(0, most);
  }
  return sorted(kept, sort, documentOf);
}
