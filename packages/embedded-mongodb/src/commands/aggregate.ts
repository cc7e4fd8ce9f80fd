import { CommandError, failedToParse } from '../errors.ts';
import { compilePipeline } from '../aggregate/pipeline.ts';
import type { PipelineContext } from '../aggregate/stage.ts';
import { execute, type Query } from '../query/execute.ts';
import { encode } from '../values/bson.ts';
import { isDocument, type Document } from '../values/document.ts';
import { checkFields, databaseName, namespaceOf, numberField, variablesOf, type Command } from './context.ts';

const fields = ['pipeline', 'cursor', 'allowDiskUse', 'bypassDocumentValidation', 'hint', 'let', 'collation', 'explain'];

export const aggregate: Command = (context) => {
  const { body, database, cursors, now } = context;
  checkFields(body, 'aggregate', fields);
  const { pipeline, cursor } = body;
  if (!Array.isArray(pipeline)) throw new CommandError('TypeMismatch', "'pipeline' option must be specified as an array");
  if (!isDocument(cursor)) throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
  if (typeof body['aggregate'] !== 'string')
    throw new CommandError('InvalidNamespace', 'aggregating a whole database is not supported by the embedded server');
  const namespace = namespaceOf(body, 'aggregate');
  const variables = variablesOf(body['let'], now);
  const read = (name: string, query: Query): Document[] => {
    const collection = database.find(name);
    return collection ? execute(database, collection, query).documents.map(({ document }) => document) : [];
  };
  const pipelineContext: PipelineContext = {
    collection: (name, filter) => read(`${databaseName(body)}.${name}`, { filter, variables }),
    variables,
  };
  const run = compilePipeline(pipeline, pipelineContext);
  const { query, rest } = pushedDown(pipeline);
  const documents = read(namespace, { ...query, variables });
  const results = rest.length === pipeline.length ? run(documents) : compilePipeline(rest, pipelineContext)(documents);
  return cursors.first(results.map(encode), namespace, { batchSize: numberField(cursor, 'batchSize') }, now);
};

/** The first stages that a query on the collection answers, so that they use its indexes. */
function pushedDown(pipeline: readonly unknown[]): { query: Query; rest: readonly unknown[] } {
  const filters: Document[] = [];
  let [sort, skip, limit]: [Document | undefined, number | undefined, number | undefined] = [undefined, undefined, undefined];
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
