import type { Model, Schema, SchemaType } from 'mongoose';

/**
 * The fields that a newer release has stored and this one does not have, under a symbol that no code reads and no
 * answer shows.
 */
const UNKNOWN_FIELDS = Symbol('fields of a newer release');

type Fields = Readonly<Record<string | symbol, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const partOf = (type: SchemaType): Schema | undefined =>
  'schema' in type ? (type.schema as Schema | undefined) : undefined;

type Read = (value: unknown) => unknown;

const each = (read: (fields: Fields) => Fields): Read => {
  const readAll: Read = (value) => (Array.isArray(value) ? value.map(readAll) : isFields(value) ? read(value) : value);
  return readAll;
};

const readerOf = (schema: Schema): ((fields: Fields) => Fields) => {
  const parts = new Map<string, Read | null>();
  schema.eachPath((name, type) => {
    const part = partOf(type);
    parts.set(name, part ? each(readerOf(part)) : null);
  });
  return (fields) => {
    const known: Record<string | symbol, unknown> = {};
    let kept: Record<string, unknown> | undefined;
    for (const name in fields) {
      const part = parts.get(name);
      if (part === undefined) (kept ??= {})[name] = fields[name];
      else known[name] = part ? part(fields[name]) : fields[name];
    }
    if (kept) known[UNKNOWN_FIELDS] = kept;
    return known;
  };
};

/**
 * Returns a document with the fields of this release. Other stored fields, at any depth, are in it under a symbol, and
 * stay there when an object is spread into the next one; `restored` puts them back.
 */
export function knownFields<T extends object>(schema: Schema<T>): (row: T) => T {
  const read = readerOf(schema as unknown as Schema);
  return (row) => read(row as unknown as Fields) as unknown as T;
}

/** Returns a value to be stored, with every field that `knownFields` had set aside in its objects. */
export function restored<T>(value: T): T {
  if (Array.isArray(value)) return value.map(restored) as T;
  if (!isFields(value)) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, restored(field)]));
  return { ...(value[UNKNOWN_FIELDS] as Fields | undefined), ...fields } as T;
}

/**
 * Replaces the one document that a filter finds, within the fields of this release: those of a newer one stay, so that
 * processes of both may serve during an upgrade (S16). Seals the sealed fields after the schema's validation. Returns
 * whether the filter found it. Throws what the schema throws for an invalid row.
 */
export async function replaceKnown<T extends { readonly _id: unknown }>(
  model: Model<T>,
  filter: object,
  row: T,
  { upsert = false, seal = (plain) => plain }: { readonly upsert?: boolean; readonly seal?: (row: T) => T } = {},
): Promise<boolean> {
  await new model(row).validate();
  const { _id: _id, ...fields } = seal(restored(row));
  const isAbsent = (name: string) => name !== '_id' && (fields as Fields)[name] === undefined;
  const absent = Object.keys(model.schema.paths).filter(isAbsent);
  const update = {
    $set: fields,
    ...(absent.length > 0 && { $unset: Object.fromEntries(absent.map((name) => [name, true])) }),
  };
  const { matchedCount, upsertedCount } = await model.collection.updateOne(filter as never, update as never, {
    upsert,
  });
  return matchedCount + upsertedCount === 1;
}
