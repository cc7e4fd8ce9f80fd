import { CommandError, notImplemented } from '../errors.ts';
import { compileProjection } from '../aggregate/projection.ts';
import { compileFilter } from '../query/filter.ts';
import { execute, search, type Query } from '../query/execute.ts';
import type { Variables } from '../expression/scope.ts';
import type { Stored } from '../store/stored.ts';
import { encode } from '../values/bson.ts';
import type { Document } from '../values/document.ts';
import {
  checkFields,
  documentField,
  namespaceOf,
  numberField,
  variablesOf,
  type Command,
  type CommandContext,
} from './context.ts';

const fields = [
  'filter',
  'projection',
  'sort',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'let',
  'noCursorTimeout',
  'allowPartialResults',
  'allowDiskUse',
  'returnKey',
  'showRecordId',
  'tailable',
  'awaitData',
  'collation',
  'min',
  'max',
  'oplogReplay',
  'ntoreturn',
  'snapshot',
];
const refused = ['returnKey', 'showRecordId', 'tailable', 'awaitData', 'min', 'max'];

/** Parses the query of a `find` or a similar command. */
export function queryOf(body: Document, filterName: string, variables: Variables): Query {
  const limit = numberField(body, 'limit');
  return {
    filter: documentField(body, filterName),
    sort: documentField(body, 'sort'),
    skip: numberField(body, 'skip'),
    limit: limit === undefined ? undefined : Math.abs(limit),
    variables,
  };
}

export const find: Command = (context) => {
  const { body, database, cursors, now } = context;
  checkFields(body, 'find', fields);
  const unsupported = refused.find((name) => body[name] !== undefined && body[name] !== false);
  if (unsupported !== undefined) throw notImplemented(`the option ${unsupported} of find`);
  const namespace = namespaceOf(body, 'find');
  const collection = database.find(namespace);
  const variables = variablesOf(body['let'], now);
  const query = queryOf(body, 'filter', variables);
  if (!collection) compileFilter(query.filter, variables);
  const found = collection ? search(database, collection, query) : [];
  const shape = shapeOf(query, documentField(body, 'projection'), variables);
  return cursors.first(
    shaped(found, shape),
    namespace,
    { batchSize: numberField(body, 'batchSize'), single: body['singleBatch'] === true || Number(body['limit']) < 0 },
    now,
  );
};

/** Encoded results: the stored bytes as they are, unless a projection makes new ones. */
function shapeOf(query: Query, projection: Document, variables: Variables): (found: Stored) => Buffer {
  if (Object.keys(projection).length === 0) return ({ bytes }) => bytes;
  const project = projector(projection, query, variables);
  return ({ document }) => encode(project(document));
}

function* shaped(
  found: Iterable<Stored | undefined>,
  shape: (found: Stored) => Buffer,
): Generator<Buffer | undefined, void> {
  for (const stored of found) yield stored && shape(stored);
}

/** Returns a compiled projection that receives the element a query matched, for `array.$`. */
export function projector(
  projection: Document,
  { filter }: Query,
  variables: Variables,
): (document: Document) => Document {
  const project = compileProjection(projection, variables, true);
  if (!Object.keys(projection).some((path) => path.endsWith('.$'))) return (document) => project(document);
  const matches = compileFilter(filter, variables);
  return (document) => {
    const position: { index?: number } = {};
    matches(document, position);
    if (position.index === undefined)
      throw new CommandError(
        51246,
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    return project(document, position.index);
  };
}

export function explained(context: CommandContext, body: Document): Document {
  const { database, now } = context;
  const namespace = namespaceOf(body, 'find');
  const collection = database.find(namespace);
  const query = queryOf(body, 'filter', variablesOf(body['let'], now));
  const { documents, documentsExamined, keysExamined, plan } = collection
    ? execute(database, collection, query)
    : { documents: [], documentsExamined: 0, keysExamined: 0, plan: undefined };
  const stage = !plan
    ? 'EOF'
    : plan.kind === 'documents'
      ? plan.points
        ? 'IDHACK'
        : 'COLLSCAN'
      : plan.kind === 'index'
        ? 'IXSCAN'
        : 'OR';
  const winningPlan =
    plan?.kind === 'index'
      ? { stage, indexName: plan.index.name, keyPattern: plan.index.key, sorted: plan.sorted }
      : { stage, sorted: plan?.sorted ?? true };
  return {
    queryPlanner: { namespace, winningPlan },
    executionStats: {
      executionSuccess: true,
      nReturned: documents.length,
      totalDocsExamined: documentsExamined,
      totalKeysExamined: keysExamined,
    },
  };
}
