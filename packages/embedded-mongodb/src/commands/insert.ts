import { ObjectId } from 'bson';
import { badValue, CommandError } from '../errors.ts';
import { encode } from '../values/bson.ts';
import type { Document } from '../values/document.ts';
import { rank, rankOf } from '../values/kind.ts';
import { checkFields, namespaceOf, statements, write, type Command } from './context.ts';
import { runStatements } from './statements.ts';

export const insert: Command = async (context) => {
  const { body, database, raw } = context;
  checkFields(body, 'insert', ['documents', 'ordered', 'bypassDocumentValidation']);
  const namespace = namespaceOf(body, 'insert');
  const documents = statements(body, 'documents');
  const encoded = raw.get('documents');
  const prepared = documents.map((document, at) => () => prepare(document, encoded?.[at]));
  const { done, writeErrors } = await write(context, () => {
    const collection = database.ensure(namespace);
    return runStatements(prepared, body['ordered'] !== false, (prepareOne) => {
      const { document, bytes } = prepareOne();
      collection.insert(document, bytes);
    });
  });
  return { n: done.length, ...writeErrors };
};

/**
 * Returns a document with its `_id`, and its bytes: as they arrived when the `_id` is first in them. Throws on an
 * invalid `_id`.
 */
export function prepare(document: Document, encoded?: Buffer): { document: Document; bytes: Buffer } {
  const { _id: id = new ObjectId(), ...rest } = document;
  checkId(id);
  if (encoded && Object.keys(document)[0] === '_id') return { document, bytes: Buffer.from(encoded) };
  const withId = { _id: id, ...rest };
  return { document: withId, bytes: encode(withId) };
}

/** Throws InvalidIdField on arrays and BadValue on regular expressions. */
export function checkId(id: unknown): void {
  const type = rankOf(id);
  if (type === rank.array) throw new CommandError('InvalidIdField', "The '_id' value cannot be of type array");
  if (type === rank.regex) throw badValue("The '_id' value cannot be of type regex");
}
