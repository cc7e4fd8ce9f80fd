import { failedToParse } from '../errors.ts';
import { execute } from '../query/execute.ts';
import type { Document } from '../values/document.ts';
import { applyChange } from './change.ts';
import {
  checkFields,
  documentField,
  namespaceOf,
  variablesOf,
  write,
  type Command,
  type CommandContext,
} from './context.ts';
import { projector, queryOf } from './find.ts';

const fields = [
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'bypassDocumentValidation',
  'collation',
  'arrayFilters',
  'hint',
  'let',
];

export const findAndModify: Command = async (context) => {
  const { body } = context;
  const name = 'findAndModify' in body ? 'findAndModify' : 'findandmodify';
  checkFields(body, name, fields);
  const remove = body['remove'] === true;
  if (remove === (body['update'] !== undefined))
    throw failedToParse('Either an update or remove=true must be specified, and not both');
  if (remove && (body['new'] === true || body['upsert'] === true))
    throw failedToParse("Cannot specify 'new' or 'upsert' along with 'remove'");
  const namespace = namespaceOf(body, name);
  return write(context, () => (remove ? removeOne(context, namespace) : updateOne(context, namespace)));
};

function removeOne(context: CommandContext, namespace: string): Document {
  const { database, body, now } = context;
  const collection = database.find(namespace);
  const query = { ...queryOf(body, 'query', variablesOf(body['let'], now)), limit: 1 };
  const found = collection ? execute(database, collection, query).documents[0] : undefined;
  if (found) collection?.remove(found);
  return { lastErrorObject: { n: found ? 1 : 0 }, value: shapedValue(context, found?.document) };
}

function updateOne(context: CommandContext, namespace: string): Document {
  const { database, body, now } = context;
  const changed = applyChange(database, namespace, {
    filter: documentField(body, 'query'),
    update: body['update'],
    sort: documentField(body, 'sort'),
    multi: false,
    upsert: body['upsert'] === true,
    arrayFilters: Array.isArray(body['arrayFilters']) ? body['arrayFilters'] : [],
    variables: variablesOf(body['let'], now),
    now,
  });
  const value = body['new'] === true ? changed.after : changed.before;
  return {
    lastErrorObject: {
      n: changed.inserted ? 1 : changed.matched,
      updatedExisting: changed.matched > 0,
      ...(changed.inserted ? { upserted: changed.inserted['_id'] } : {}),
    },
    value: shapedValue(context, value),
  };
}

function shapedValue({ body, now }: CommandContext, document: Document | undefined): Document | null {
  if (!document) return null;
  const projection = documentField(body, 'fields');
  if (Object.keys(projection).length === 0) return document;
  const variables = variablesOf(body['let'], now);
  return projector(projection, queryOf(body, 'query', variables), variables)(document);
}
