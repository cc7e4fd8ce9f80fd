import { badValue } from '../errors.ts';
import { execute } from '../query/execute.ts';
import { asNumber } from '../query/operators.ts';
import { compileFilter } from '../query/filter.ts';
import { checkFields, documentField, namespaceOf, statements, variablesOf, write, type Command } from './context.ts';
import { runStatements } from './statements.ts';
import { checkStatement } from './update.ts';

export const deleteDocuments: Command = async (context) => {
  const { body, database, now } = context;
  checkFields(body, 'delete', ['deletes', 'ordered', 'let']);
  const namespace = namespaceOf(body, 'delete');
  const list = statements(body, 'deletes');
  for (const statement of list) checkStatement('delete.deletes', statement, ['q', 'limit', 'hint', 'collation']);
  const variables = variablesOf(body['let'], now);
  const { done, writeErrors } = await write(context, () => {
    const collection = database.find(namespace);
    return runStatements(list, body['ordered'] !== false, (statement) => {
      const limit = asNumber(statement['limit']);
      if (limit !== 0 && limit !== 1) throw badValue('The limit field in delete objects must be 0 or 1.');
      const filter = documentField(statement, 'q');
      if (!collection) compileFilter(filter, variables);
      const { documents } = collection
        ? execute(database, collection, { filter, limit, variables })
        : { documents: [] };
      for (const stored of documents) collection?.remove(stored);
      return documents.length;
    });
  });
  return { n: done.reduce((sum, { result }) => sum + result, 0), ...writeErrors };
};
