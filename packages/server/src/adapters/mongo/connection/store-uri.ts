import { ConnectionString } from 'mongodb-connection-string-url';

/** What a URI may not decide: it would weaken what an acknowledged write means, or read what is old. */
const forced = new Set([
  'w',
  'wtimeoutms',
  'j',
  'journal',
  'fsync',
  'readpreference',
  'readpreferencetags',
  'maxstalenessseconds',
]);

/**
 * The URI without its wishes for write concern and read preference; everything else means what it meant. Throws a
 * MongoParseError, as the driver does, for what is no URI of a MongoDB.
 */
export function withoutConcerns(uri: string): string {
  const parsed = new ConnectionString(uri);
  for (const name of [...parsed.searchParams.keys()])
    if (forced.has(name.toLowerCase())) parsed.searchParams.delete(name);
  return parsed.toString();
}

/** Of these options, those that the URI says nothing about. */
export function optionsNotIn<T extends object>(uri: string, options: T): Partial<T> {
  const { searchParams } = new ConnectionString(uri);
  return Object.fromEntries(Object.entries(options).filter(([name]) => !searchParams.has(name))) as Partial<T>;
}
