import { resolve, type OpenApiDocument, type Schema } from '../spec/document.ts';

/** A list that is longer than the contract allows. */
export interface LongList {
  /** Names and indexes on the way to it, outermost first; empty for the body itself. */
  readonly path: readonly string[];
  /** Items that the contract allows. */
  readonly most: number;
}

interface Shape extends Schema {
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Returns the first list in a value that is longer than its schema allows. The validator would visit every item of it
 * before it reports that, and an item costs more the more was wrong before it. Follows the contract only, so the
 * value's own depth does not matter.
 */
export function longListIn(
  spec: OpenApiDocument,
  schema: Schema,
  value: unknown,
  path: readonly string[] = [],
): LongList | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { properties, items, maxItems, additionalProperties, allOf, anyOf, oneOf }: Shape = resolve<Schema>(
    spec,
    schema,
  );
  const inside = (one: Schema, name: string, part: unknown) => longListIn(spec, one, part, [...path, name]);
  let found: LongList | undefined;
  if (Array.isArray(value)) {
    if (maxItems !== undefined && value.length > maxItems) return { path, most: maxItems };
    if (items) value.some((item, at) => (found = inside(items, String(at), item)));
  } else if (isObject(value)) {
    for (const name of Object.keys(properties ?? {}))
      if (Object.hasOwn(value, name) && (found = inside(properties![name]!, name, value[name]))) break;
    if (!found && typeof additionalProperties === 'object')
      Object.keys(value).some(
        (name) => !Object.hasOwn(properties ?? {}, name) && (found = inside(additionalProperties, name, value[name])),
      );
  }
  const branches = [...(allOf ?? []), ...(anyOf ?? []), ...(oneOf ?? [])];
  branches.some((branch) => (found ??= longListIn(spec, branch, value, path)));
  return found;
}

/**
 * Returns whether a value holds more than `most` names and values, itself and all within it. Visits no more of them
 * than that, at any depth.
 */
export function holdsMoreThan(value: unknown, most: number): boolean {
  const waiting: unknown[] = [value];
  let left = most;
  while (waiting.length > 0) {
    const next = waiting.pop();
    if ((left -= 1) < 0) return true;
    if (typeof next !== 'object' || next === null) continue;
    const parts = Object.values(next);
    if (parts.length > left) return true;
    waiting.push(...parts);
  }
  return false;
}
