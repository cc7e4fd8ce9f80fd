import { CommandError, failedToParse } from '../errors.ts';
import { pathsRead } from '../aggregate/paths-read.ts';
import { compilePipeline } from '../aggregate/pipeline.ts';
import type { PipelineContext, Stage } from '../aggregate/stage.ts';
import { counted, execute, search, type Query } from '../query/execute.ts';
import type { Collection } from '../store/collection.ts';
import type { Database } from '../store/database.ts';
import type { Stored } from '../store/stored.ts';
import { encode } from '../values/bson.ts';
import { isDocument, type Document } from '../values/document.ts';
import { partsOf } from '../values/part.ts';
import { checkFields, databaseName, namespaceOf, numberField, variablesOf, type Command } from './context.ts';

const fields = [
  'pipeline',
  'cursor',
  'allowDiskUse',
  'bypassDocumentValidation',
  'hint',
  'let',
  'collation',
  'explain',
];

export const aggregate: Command = (context) => {
  const { body, database, cursors, now } = context;
  checkFields(body, 'aggregate', fields);
  const { pipeline, cursor } = body;
  if (!Array.isArray(pipeline))
    throw new CommandError('TypeMismatch', "'pipeline' option must be specified as an array");
  if (!isDocument(cursor))
    throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
  if (typeof body['aggregate'] !== 'string')
    throw new CommandError('InvalidNamespace', 'aggregating a whole database is not supported by the embedded server');
  const namespace = namespaceOf(body, 'aggregate');
  const variables = variablesOf(body['let'], now);
  const pipelineContext: PipelineContext = {
    collection: (name, filter) => {
      const other = database.find(`${databaseName(body)}.${name}`);
      return other ? execute(database, other, { filter, variables }).documents.map(({ document }) => document) : [];
    },
    variables,
  };
  const whole = compilePipeline(pipeline, pipelineContext);
  const { query: pushed, rest } = pushedDown(pipeline);
  const paths = pathsRead(pushed, rest);
  const query = { ...pushed, variables, parts: paths && partsOf(paths) };
  const run = rest.length === pipeline.length ? whole : compilePipeline(rest, pipelineContext);
  const collection = database.find(namespace);
  const name = totalOf(rest);
  const results = !collection
    ? flowing([], run)
    : name !== undefined && !query.sort
      ? total(database, collection, query, name)
      : flowing(search(database, collection, query), run);
  return cursors.first(results, namespace, { batchSize: numberField(cursor, 'batchSize') }, now);
};

/** Documents are passed on in batches of this size. */
const BATCH_SIZE = 64;

/** Yields the output of a pipeline, each document encoded as soon as it is ready. */
function* flowing(found: Iterable<Stored | undefined>, run: Stage): Generator<Buffer | undefined, void> {
  const flow = run();
  let batch: Document[] = [];
  for (const stored of found) {
    if (stored) batch.push(stored.document);
    yield undefined;
    if (batch.length < BATCH_SIZE) continue;
    for (const document of flow.take(batch)) yield encode(document);
    batch = [];
  }
  for (const document of flow.take(batch)) yield encode(document);
  for (const document of flow.end()) yield encode(document);
}

/**
 * Returns the name under which the remaining stages count all documents and do nothing else, like `countDocuments` of
 * the drivers.
 */
function totalOf(rest: readonly unknown[]): { readonly field: string; readonly id?: unknown } | undefined {
  const [stage, ...others] = rest as Document[];
  if (!stage || others.length > 0) return undefined;
  if (typeof stage['$count'] === 'string') return { field: stage['$count'] };
  const group = stage['$group'];
  if (!isDocument(group)) return undefined;
  const [[field, sum] = ['', undefined], ...more] = Object.entries(group).filter(([name]) => name !== '_id');
  const id = group['_id'];
  const constant = id === null || typeof id === 'number';
  const ones = isDocument(sum) && Object.keys(sum).length === 1 && sum['$sum'] === 1;
  return constant && ones && more.length === 0 ? { field, id } : undefined;
}

/** Yields the one result of a pipeline that only counts: none when there is nothing to count. */
function* total(
  database: Database,
  collection: Collection,
  query: Query,
  { field, id }: { readonly field: string; readonly id?: unknown },
): Generator<Buffer | undefined, void> {
  const steps = counted(database, collection, query);
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield undefined;
  if (step.value > 0) yield encode({ ...(id === undefined ? {} : { _id: id }), [field]: step.value });
}

/** Returns the first stages that a query on the collection can do, so that they use its indexes. */
function pushedDown(pipeline: readonly unknown[]): { query: Query; rest: readonly unknown[] } {
  const filters: Document[] = [];
  let [sort, skip, limit]: [Document | undefined, number | undefined, number | undefined] = [
    undefined,
    undefined,
    undefined,
  ];
  let at = 0;
  for (; at < pipeline.length; at++) {
    const stage = pipeline[at] as Document;
    const { $match, $sort, $skip, $limit } = stage;
    if (isDocument($match) && !sort) filters.push($match);
    else if (isDocument($sort) && !sort) sort = $sort;
    else if (typeof $skip === 'number' && skip === undefined) skip = $skip;
    else if (typeof $limit === 'number') {
      limit = $limit;
      at++;
      break;
    } else break;
    if (skip !== undefined && !('$limit' in ((pipeline[at + 1] as Document | undefined) ?? {}))) {
      at++;
      break;
    }
  }
  const filter = filters.length === 1 ? (filters[0] as Document) : filters.length === 0 ? {} : { $and: filters };
  return { query: { filter, sort, skip, limit }, rest: pipeline.slice(at) };
}
