import { ConnectionString } from 'mongodb-connection-string-url';

/** Options that a URI may not set: they would weaken an acknowledged write, or read old data. */
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
 * Returns the URI without write concern and read preference; everything else stays. Throws a MongoParseError, as the
 * driver does, for a text that is no URI of a MongoDB.
 */
export function withoutConcerns(uri: string): string {
  const parsed = new ConnectionString(uri);
  for (const name of [...parsed.searchParams.keys()])
    if (forced.has(name.toLowerCase())) parsed.searchParams.delete(name);
  return parsed.toString();
}

/** Returns those options that the URI does not set. */
export function optionsNotIn<T extends object>(uri: string, options: T): Partial<T> {
  const { searchParams } = new ConnectionString(uri);
  return Object.fromEntries(Object.entries(options).filter(([name]) => !searchParams.has(name))) as Partial<T>;
}
