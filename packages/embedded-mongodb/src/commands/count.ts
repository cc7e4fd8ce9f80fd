import { anyAt } from '../query/path.ts';
import { paced, type Steps } from '../pace.ts';
import { counted, search } from '../query/execute.ts';
import type { Stored } from '../store/stored.ts';
import { ValueSet } from '../values/value-set.ts';
import { sorted } from '../aggregate/sort.ts';
import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import { checkFields, documentField, namespaceOf, variablesOf, type Command } from './context.ts';
import { queryOf } from './find.ts';

export const count: Command = ({ body, database, now }) => {
  checkFields(body, 'count', ['query', 'limit', 'skip', 'hint', 'collation', 'fields']);
  const collection = database.find(namespaceOf(body, 'count'));
  const query = queryOf(body, 'query', variablesOf(undefined, now));
  if (!collection) return { n: 0 };
  const steps = counted(database, collection, query);
  return answered(paced(steps), (n) => ({ n }));
};

/** Values at a path, arrays by their elements, each once and in order. */
export const distinct: Command = ({ body, database, now }) => {
  checkFields(body, 'distinct', ['key', 'query', 'collation', 'hint']);
  const { key } = body;
  if (typeof key !== 'string')
    throw new CommandError('TypeMismatch', "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const collection = database.find(namespaceOf(body, 'distinct'));
  const found = collection
    ? search(database, collection, { filter: documentField(body, 'query'), variables: variablesOf(undefined, now) })
    : [];
  return answered(paced(valuesAt(found, key)), (values) => ({ values }));
};

function* valuesAt(found: Iterable<Stored | undefined>, path: string): Steps<unknown[]> {
  const seen = new ValueSet();
  const values: unknown[] = [];
  for (const stored of found) {
    yield;
    if (!stored) continue;
    anyAt(stored.document, path.split('.'), 0, (value) => {
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value])
        if (item !== undefined && seen.add(item)) values.push(item);
      return false;
    });
  }
  const rows = values.map((value) => ({ value: [value] }));
  return sorted(rows, { value: 1 }, (row) => row).map(({ value }) => value[0]);
}

/** Returns the answer at once where the result is no promise. */
function answered<T>(result: T | Promise<T>, answer: (result: T) => Document): Document | Promise<Document> {
  return result instanceof Promise ? result.then(answer) : answer(result);
}
