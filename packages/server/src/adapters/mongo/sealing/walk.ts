type Fields = Readonly<Record<string, unknown>>;

/** Replaces the value of a field of a copy. */
export type Put = (copy: Record<string, unknown>, name: string, old: unknown) => void;

const isPart = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !('_bsontype' in value) &&
  !(value instanceof Date);

/**
 * Returns a copy with `put` applied where the path ends, in each part of a list that it leads through. Everything else
 * is shared and not copied; where nothing changes, the value itself is returned.
 */
export function changedAt(
  value: unknown,
  path: readonly string[],
  isMeant: (leaf: unknown) => boolean,
  put: Put,
): unknown {
  if (Array.isArray(value)) {
    const changed = value.map((each) => changedAt(each, path, isMeant, put));
    return changed.some((each, n) => each !== value[n]) ? changed : value;
  }
  if (!isPart(value)) return value;
  const [name, ...rest] = path as [string, ...string[]];
  const old = value[name];
  if (rest.length === 0) {
    if (!isMeant(old)) return value;
    const copy = { ...value };
    put(copy, name, old);
    return copy;
  }
  const changed = changedAt(old, rest, isMeant, put);
  return changed === old ? value : { ...value, [name]: changed };
}
