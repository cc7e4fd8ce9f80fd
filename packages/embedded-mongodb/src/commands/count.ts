import { anyAt } from '../query/path.ts';
import { execute } from '../query/execute.ts';
import { ValueSet } from '../values/value-set.ts';
import { sorted } from '../aggregate/sort.ts';
import { CommandError } from '../errors.ts';
import { checkFields, documentField, namespaceOf, variablesOf, type Command } from './context.ts';
import { queryOf } from './find.ts';

export const count: Command = ({ body, database, now }) => {
  checkFields(body, 'count', ['query', 'limit', 'skip', 'hint', 'collation', 'fields']);
  const collection = database.find(namespaceOf(body, 'count'));
  const query = queryOf(body, 'query', variablesOf(undefined, now));
  if (!collection) return { n: 0 };
  if (Object.keys(query.filter).length === 0 && !query.skip && !query.limit)
    return { n: database.environment.documents.getKeysCount(collection.range) };
  return { n: execute(database, collection, query).documents.length };
};

/** Values at a path, arrays taken apart, each once and in order. */
export const distinct: Command = ({ body, database, now }) => {
  checkFields(body, 'distinct', ['key', 'query', 'collation', 'hint']);
  const { key } = body;
  if (typeof key !== 'string')
    throw new CommandError('TypeMismatch', "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const collection = database.find(namespaceOf(body, 'distinct'));
  const found = collection
    ? execute(database, collection, { filter: documentField(body, 'query'), variables: variablesOf(undefined, now) }).documents
    : [];
  const seen = new ValueSet();
  const values: unknown[] = [];
  for (const { document } of found) {
    anyAt(document, key.split('.'), 0, (value) => {
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) if (item !== undefined && seen.add(item)) values.push(item);
      return false;
    });
  }
  const rows = values.map((value) => ({ value: [value] }));
  return { values: sorted(rows, { value: 1 }, (row) => row).map(({ value }) => value[0]) };
};
