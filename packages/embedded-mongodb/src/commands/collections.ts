import { CommandError, notImplemented } from '../errors.ts';
import { compileFilter } from '../query/filter.ts';
import { encode } from '../values/bson.ts';
import { isDocument } from '../values/document.ts';
import { checkFields, databaseName, documentField, namespaceOf, numberField, write, type Command } from './context.ts';

const createFields = [
  'capped',
  'size',
  'max',
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'collation',
  'storageEngine',
  'indexOptionDefaults',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'autoIndexId',
];

export const create: Command = async (context) => {
  const { body, database } = context;
  checkFields(body, 'create', createFields);
  const odd = createFields.find((name) => name !== 'collation' && body[name] !== undefined && body[name] !== false);
  if (odd !== undefined) throw notImplemented(`the option ${odd} of create`);
  const namespace = namespaceOf(body, 'create');
  return write(context, () => {
    if (database.find(namespace)) throw new CommandError('NamespaceExists', `Collection ${namespace} already exists.`);
    database.ensure(namespace);
    return {};
  });
};

export const drop: Command = async (context) => {
  const { body, database } = context;
  checkFields(body, 'drop', []);
  const namespace = namespaceOf(body, 'drop');
  return write(context, () => {
    const collection = database.find(namespace);
    if (!collection) return {};
    database.drop(collection);
    return { nIndexesWas: collection.indexes.length + 1, ns: namespace };
  });
};

export const dropDatabase: Command = async (context) => {
  const { body, database } = context;
  checkFields(body, 'dropDatabase', []);
  const name = databaseName(body);
  return write(context, () => {
    for (const collection of database.collections())
      if (collection.namespace.startsWith(`${name}.`)) database.drop(collection);
    return { dropped: name };
  });
};

export const listCollections: Command = ({ body, database, cursors, now }) => {
  checkFields(body, 'listCollections', ['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
  const name = databaseName(body);
  const matches = compileFilter(documentField(body, 'filter'));
  const all = database.collections().filter(({ namespace }) => namespace.startsWith(`${name}.`));
  const described = all.map(({ namespace }) => {
    const entry = { name: namespace.slice(name.length + 1), type: 'collection' };
    return body['nameOnly'] === true
      ? entry
      : { ...entry, options: {}, info: { readOnly: false }, idIndex: { v: 2, key: { _id: 1 }, name: '_id_' } };
  });
  const batchSize = isDocument(body['cursor']) ? numberField(body['cursor'], 'batchSize') : undefined;
  return cursors.first(
    described.filter((entry) => matches(entry)).map(encode),
    `${name}.$cmd.listCollections`,
    { batchSize },
    now,
  );
};

export const listDatabases: Command = ({ body, database }) => {
  checkFields(body, 'listDatabases', ['filter', 'nameOnly', 'authorizedDatabases']);
  const matches = compileFilter(documentField(body, 'filter'));
  const names = [
    ...new Set(database.collections().map(({ namespace }) => namespace.split('.', 1)[0] as string)),
  ].sort();
  const databases = names
    .map((name) => (body['nameOnly'] === true ? { name } : { name, sizeOnDisk: 0, empty: false }))
    .filter((entry) => matches(entry));
  return body['nameOnly'] === true ? { databases } : { databases, totalSize: 0 };
};
