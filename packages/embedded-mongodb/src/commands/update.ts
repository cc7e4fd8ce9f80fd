import { CommandError } from '../errors.ts';
import type { Document } from '../values/document.ts';
import { applyChange } from './change.ts';
import {
  checkFields,
  documentField,
  namespaceOf,
  refuseCollation,
  statements,
  variablesOf,
  write,
  type Command,
} from './context.ts';
import { runStatements } from './statements.ts';

const fields = ['updates', 'ordered', 'bypassDocumentValidation', 'let'];
const statementFields = ['q', 'u', 'c', 'upsert', 'multi', 'arrayFilters', 'hint', 'collation', 'sort'];

export const update: Command = async (context) => {
  const { body, database, now } = context;
  checkFields(body, 'update', fields);
  const namespace = namespaceOf(body, 'update');
  const list = statements(body, 'updates');
  for (const statement of list) checkStatement('update.updates', statement, statementFields);
  const { done, writeErrors } = await write(context, () =>
    runStatements(list, body['ordered'] !== false, (statement) =>
      applyChange(database, namespace, {
        filter: documentField(statement, 'q'),
        update: statement['u'],
        sort: documentField(statement, 'sort'),
        multi: statement['multi'] === true,
        upsert: statement['upsert'] === true,
        arrayFilters: Array.isArray(statement['arrayFilters']) ? statement['arrayFilters'] : [],
        variables: { ...variablesOf(body['let'], now), ...documentField(statement, 'c') },
        now,
      }),
    ),
  );
  const upserts = done.flatMap(({ index, result }) =>
    result.inserted ? [{ index, _id: result.inserted['_id'] }] : [],
  );
  return {
    n: done.reduce((sum, { result }) => sum + result.matched, 0) + upserts.length,
    nModified: done.reduce((sum, { result }) => sum + result.modified, 0),
    ...(upserts.length > 0 ? { upserted: upserts } : {}),
    ...writeErrors,
  };
};

export function checkStatement(name: string, statement: Document, allowed: readonly string[]): void {
  for (const key of Object.keys(statement))
    if (!allowed.includes(key))
      throw new CommandError('Location40415', `BSON field '${name}.${key}' is an unknown field.`);
  refuseCollation(statement);
}
