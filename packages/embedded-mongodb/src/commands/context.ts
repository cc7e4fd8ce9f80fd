import { CommandError, notImplemented } from '../errors.ts';
import { compileExpression } from '../expression/compile.ts';
import { rootScope, type Variables } from '../expression/scope.ts';
import type { Collection } from '../store/collection.ts';
import type { Database } from '../store/database.ts';
import type { Cursors } from '../cursors.ts';
import { isDocument, type Document } from '../values/document.ts';
import { typeAlias } from '../values/kind.ts';
import { asNumber } from '../query/operators.ts';
import { equal } from '../values/compare.ts';

/** Everything a command works with. */
export interface CommandContext {
  readonly database: Database;
  readonly cursors: Cursors;
  readonly body: Document;
  /** Encoded documents of the command's sequences, by their name. */
  readonly raw: ReadonlyMap<string, readonly Buffer[]>;
  readonly connectionId: number;
  readonly now: Date;
}

/** The answer without `ok: 1`, or a whole answer that is encoded already, after room for the message's header. */
export type Answer = Document | Buffer;
export type Command = (context: CommandContext) => Answer | Promise<Answer>;

/** Fields that every command may carry. */
const common = new Set([
  ...[
    '$db',
    '$readPreference',
    '$clusterTime',
    'lsid',
    'comment',
    'maxTimeMS',
    'readConcern',
    'writeConcern',
    'apiVersion',
    'apiStrict',
  ],
  ...['apiDeprecationErrors', 'rawData'],
]);

/** Rejects fields that a command does not have, and options that neither a standalone server nor this one has. */
export function checkFields(body: Document, name: string, allowed: readonly string[]): void {
  if ('txnNumber' in body || 'startTransaction' in body || 'autocommit' in body) {
    throw new CommandError(
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  }
  for (const key of Object.keys(body)) {
    if (key !== name && !common.has(key) && !allowed.includes(key))
      throw new CommandError('Location40415', `BSON field '${name}.${key}' is an unknown field.`);
  }
  refuseCollation(body);
  checkWriteConcern(body['writeConcern']);
}

/** Rejects collations: strings are compared by their bytes here, which is the collation `simple`. */
export function refuseCollation(options: Document): void {
  const { collation } = options;
  if (isDocument(collation) && Object.keys(collation).length > 0 && !equal(collation['locale'], 'simple'))
    throw notImplemented('a collation other than simple');
}

function checkWriteConcern(concern: unknown): void {
  if (concern === undefined) return;
  if (!isDocument(concern)) throw new CommandError('TypeMismatch', 'writeConcern must be an object');
  const { w } = concern;
  if (typeof w === 'number' && w > 1)
    throw new CommandError('BadValue', "cannot use 'w' > 1 when a host is not replicated");
  if (typeof w === 'string' && w !== 'majority')
    throw new CommandError('BadValue', "cannot use non-majority 'w' mode when a host is not a member of a replica set");
}

/**
 * Makes a change and resolves when it is as durable as the command's write concern demands: committed, and flushed with
 * `j: true`.
 */
export async function write<T>({ database, body }: CommandContext, change: () => T): Promise<T> {
  const result = await database.write(change);
  const concern = body['writeConcern'];
  if (isDocument(concern) && concern['j'] === true) await database.environment.flushed();
  return result;
}

export function databaseName(body: Document): string {
  const name = body['$db'];
  if (typeof name !== 'string' || name === '')
    throw new CommandError('Location40414', "BSON field '$db' is missing but a required field");
  return name;
}

/** `database.collection` of the collection that a command names. */
export function namespaceOf(body: Document, command: string): string {
  const name = body[command];
  if (typeof name !== 'string')
    throw new CommandError('InvalidNamespace', `collection name has invalid type ${typeAlias(name)}`);
  if (name === '') throw new CommandError('InvalidNamespace', `Invalid namespace specified '${databaseName(body)}.'`);
  return `${databaseName(body)}.${name}`;
}

/** Variables of a command: `let`, and `$$NOW`. */
export function variablesOf(bindings: unknown, now: Date): Variables {
  const given = isDocument(bindings)
    ? Object.entries(bindings).map(([name, value]) => [
        name,
        compileExpression(value)(rootScope(undefined, { NOW: now })),
      ])
    : [];
  return { NOW: now, ...(Object.fromEntries(given) as Variables) };
}

export function documentField(body: Document, name: string): Document {
  const value = body[name];
  if (value === undefined || value === null) return {};
  if (!isDocument(value))
    throw new CommandError(
      'TypeMismatch',
      `BSON field '${name}' is the wrong type '${typeAlias(value)}', expected type 'object'`,
    );
  return value;
}

export function numberField(body: Document, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  const number = asNumber(value);
  if (number === undefined)
    throw new CommandError(
      'TypeMismatch',
      `BSON field '${name}' is the wrong type '${typeAlias(value)}', expected type 'number'`,
    );
  if (number < 0 && name !== 'limit')
    throw new CommandError(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** List of statements of a write command. */
export function statements(body: Document, name: string): Document[] {
  const list = body[name];
  if (!Array.isArray(list))
    throw new CommandError('Location40414', `BSON field '${name}' is missing but a required field`);
  if (list.length === 0 || list.length > 100_000)
    throw new CommandError(
      'InvalidLength',
      `Write batch sizes must be between 1 and 100000. Got ${list.length} operations.`,
    );
  return list as Document[];
}

/** Returns an existing collection. Throws NamespaceNotFound. */
export function existing(database: Database, namespace: string): Collection {
  const collection = database.find(namespace);
  if (!collection) throw new CommandError('NamespaceNotFound', `ns does not exist: ${namespace}`);
  return collection;
}
