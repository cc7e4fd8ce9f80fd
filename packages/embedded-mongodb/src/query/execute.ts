import { sortFields, sorted } from '../aggregate/sort.ts';
import type { Variables } from '../expression/scope.ts';
import type { Collection } from '../store/collection.ts';
import type { Database } from '../store/database.ts';
import { entriesOf, keysOf } from '../store/environment.ts';
import type { Stored } from '../store/stored.ts';
import type { Document } from '../values/document.ts';
import { asksOnlyForIds } from './constraints.ts';
import { compileFilter, type Filter } from './filter.ts';
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
}

/** What a query has found, and how many documents it looked at for it. */
export interface Found {
  readonly documents: readonly Stored[];
  readonly documentsExamined: number;
  readonly plan: Plan;
}

/** Runs a query to its end. Without a sort, documents come in the order of the plan. */
export function execute(database: Database, collection: Collection, query: Query): Found {
  const { filter, sort = {}, skip = 0, limit = 0 } = query;
  const fields = sortFields(sort);
  const plan = planFor(collection, filter, fields);
  const answered = plan.kind === 'documents' && plan.points !== undefined && asksOnlyForIds(filter);
  const matches = answered ? undefined : (query.matches ?? compileFilter(filter, query.variables));
  const inOrder = plan.sorted;
  const enough = limit > 0 && inOrder ? skip + limit : Infinity;
  const documents: Stored[] = [];
  let documentsExamined = 0;
  for (const stored of candidates(database, collection, plan)) {
    documentsExamined++;
    if (matches && !matches(stored.document)) continue;
    documents.push(stored);
    if (documents.length >= enough) break;
  }
  const ordered = inOrder ? documents : sorted(documents, sort, ({ document }) => document);
  return {
    documents: skip > 0 || limit > 0 ? ordered.slice(skip, limit > 0 ? skip + limit : undefined) : ordered,
    documentsExamined,
    plan,
  };
}

/** The documents a plan looks at, each once. */
function* candidates(database: Database, collection: Collection, plan: Plan): Generator<Stored> {
  const seen = repeats(plan) ? new Set<string>() : undefined;
  for (const key of candidateKeys(database, collection, plan)) {
    if (seen) {
      const text = key.toString('latin1');
      if (seen.has(text)) continue;
      seen.add(text);
    }
    const stored = collection.at(key);
    if (stored) yield stored;
  }
}

/** Whether one document may come up several times. */
function repeats(plan: Plan): boolean {
  return plan.kind === 'union' || (plan.kind === 'index' && plan.index.arrayPaths.length > 0);
}

function candidateKeys(database: Database, collection: Collection, plan: Plan): Iterable<Buffer> {
  return plan.kind === 'documents' && plan.points ? plan.points : walkedKeys(database, collection, plan);
}

function* walkedKeys(database: Database, collection: Collection, plan: Plan): Generator<Buffer> {
  const { documents, entries } = database.environment;
  if (plan.kind === 'union') {
    for (const part of plan.plans) yield* candidateKeys(database, collection, part);
    return;
  }
  for (const range of plan.ranges) {
    if (plan.kind === 'documents') yield* keysOf(documents, range, plan.reverse);
    else for (const { value } of entriesOf(entries, range, plan.reverse)) yield Buffer.concat([collection.range.start, value]);
  }
}
