import { CommandError, notImplemented } from '../errors.ts';
import { asNumber } from '../query/operators.ts';
import type { Collection } from '../store/collection.ts';
import type { Index } from '../store/index-spec.ts';
import { encode } from '../values/bson.ts';
import { equal } from '../values/compare.ts';
import { isDocument, type Document } from '../values/document.ts';
import { checkFields, existing, namespaceOf, numberField, write, type Command } from './context.ts';
import { readIndexSpec, type IndexSpec } from './index-spec.ts';

export const createIndexes: Command = async (context) => {
  const { body, database } = context;
  checkFields(body, 'createIndexes', ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions']);
  const namespace = namespaceOf(body, 'createIndexes');
  const { indexes } = body;
  if (!Array.isArray(indexes) || indexes.length === 0)
    throw new CommandError('BadValue', 'Must specify at least one index to create');
  const specs = indexes.map(readIndexSpec);
  return write(context, () => {
    const createdCollectionAutomatically = database.find(namespace) === undefined;
    const collection = database.ensure(namespace);
    const before = collection.indexes.length + 1;
    const wanted = specs.filter((spec) => !isThere(collection, spec));
    for (const spec of wanted) database.addIndex(collection, spec);
    const after = collection.indexes.length + 1;
    return {
      numIndexesBefore: before,
      numIndexesAfter: after,
      createdCollectionAutomatically,
      ...(before === after ? { note: 'all indexes already exist' } : {}),
    };
  });
};

/** Returns whether the same index exists. Throws when one by its name or of its kind exists that differs. */
function isThere(collection: Collection, spec: IndexSpec): boolean {
  if (equal(spec.key, { _id: 1 })) return true;
  for (const index of collection.indexes) {
    const sameKind =
      equal(index.key, spec.key) &&
      index.unique === spec.unique &&
      index.sparse === spec.sparse &&
      equal(index.partialFilterExpression, spec.partialFilterExpression);
    if (index.name === spec.name) {
      if (sameKind && index.expireAfterSeconds === spec.expireAfterSeconds) return true;
      const conflict = sameKind ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict';
      throw new CommandError(
        conflict,
        `An equivalent index already exists with the same name but different options. Requested index: ${spec.name}`,
      );
    }
    if (sameKind)
      throw new CommandError('IndexOptionsConflict', `Index already exists with a different name: ${index.name}`);
  }
  return false;
}

export const listIndexes: Command = ({ body, database, cursors, now }) => {
  checkFields(body, 'listIndexes', ['cursor', 'includeBuildUUIDs', 'includeIndexBuildInfo']);
  const namespace = namespaceOf(body, 'listIndexes');
  const collection = existing(database, namespace);
  const batchSize = isDocument(body['cursor']) ? numberField(body['cursor'], 'batchSize') : undefined;
  const all = [{ v: 2, key: { _id: 1 }, name: '_id_' }, ...collection.indexes.map(described)];
  return cursors.first(all.map(encode), namespace, { batchSize }, now);
};

function described({ name, key, unique, sparse, partialFilterExpression, expireAfterSeconds }: Index): Document {
  return { v: 2, key, name, unique, sparse, partialFilterExpression, expireAfterSeconds };
}

export const dropIndexes: Command = async (context) => {
  const { body, database } = context;
  checkFields(body, 'dropIndexes', ['index']);
  const namespace = namespaceOf(body, 'dropIndexes');
  return write(context, () => {
    const collection = existing(database, namespace);
    const nIndexesWas = collection.indexes.length + 1;
    for (const index of chosen(collection, body['index'])) database.dropIndex(collection, index);
    return { nIndexesWas };
  });
};

function chosen(collection: Collection, wanted: unknown): readonly Index[] {
  if (wanted === '*') return collection.indexes;
  return (Array.isArray(wanted) ? (wanted as unknown[]) : [wanted]).map((one) => {
    if (one === '_id_' || (isDocument(one) && equal(one, { _id: 1 })))
      throw new CommandError('InvalidOptions', 'cannot drop _id index');
    const index = collection.indexes.find(({ name, key }) =>
      typeof one === 'string' ? name === one : isDocument(one) && equal(key, one),
    );
    if (!index) throw new CommandError('IndexNotFound', `index not found with name [${JSON.stringify(one)}]`);
    return index;
  });
}

/** `collMod` for the one thing it is used for: another age in a TTL index. */
export const collMod: Command = async (context) => {
  const { body, database } = context;
  checkFields(body, 'collMod', ['index']);
  const namespace = namespaceOf(body, 'collMod');
  const change = body['index'];
  if (!isDocument(change)) throw notImplemented('collMod without an index');
  const seconds = asNumber(change['expireAfterSeconds']);
  if (seconds === undefined) throw notImplemented('collMod of anything but expireAfterSeconds');
  return write(context, () => {
    const collection = existing(database, namespace);
    const [index] = chosen(collection, change['name'] ?? change['keyPattern']);
    if (index) database.changeIndex(collection, index, { expireAfterSeconds: seconds });
    return { expireAfterSeconds_old: index?.expireAfterSeconds, expireAfterSeconds_new: seconds };
  });
};
