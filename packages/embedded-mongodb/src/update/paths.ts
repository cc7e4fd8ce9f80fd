import { badValue } from '../errors.ts';
import { compileFilter, type Filter } from '../query/filter.ts';
import { isDocument, type Document } from '../values/document.ts';
import type { Draft } from './draft.ts';

/** Filters of `arrayFilters` by their identifier. */
export type ArrayFilters = ReadonlyMap<string, Filter>;

/** Reads `arrayFilters`. Throws FailedToParse or BadValue on filters without one identifier each. */
export function compileArrayFilters(filters: readonly unknown[]): ArrayFilters {
  const compiled = new Map<string, Filter>();
  for (const filter of filters) {
    if (!isDocument(filter)) throw badValue('arrayFilters must be an array of objects');
    const names = new Set(identifiers(filter));
    const name = [...names][0];
    if (names.size !== 1 || name === undefined) throw badValue('Each array filter must use exactly one identifier');
    if (compiled.has(name)) throw badValue(`Found multiple array filters with the same top-level field name ${name}`);
    compiled.set(name, compileFilter(filter));
  }
  return compiled;
}

function identifiers(filter: Document): string[] {
  return Object.entries(filter).flatMap(([path, operand]): string[] => {
    if (!path.startsWith('$')) return [path.split('.')[0] as string];
    return Array.isArray(operand)
      ? operand.flatMap((clause: unknown) => (isDocument(clause) ? identifiers(clause) : []))
      : [];
  });
}

/** The values of the parts `$`, `$[]` and `$[name]` of a path for one document. */
export interface PathContext {
  readonly position: number | undefined;
  readonly arrayFilters: ArrayFilters;
}

/**
 * Returns the plain paths that a path of an update matches in a document. Throws BadValue where there is no array or no
 * position.
 */
export function resolvePath(draft: Draft, parts: readonly string[], context: PathContext): string[][] {
  let paths: string[][] = [[]];
  for (const part of parts) {
    if (!part.startsWith('$')) paths = paths.map((path) => [...path, part]);
    else if (part === '$') paths = paths.map((path) => [...path, String(positionIn(parts, context))]);
    else paths = paths.flatMap((path) => elementsAt(draft, path, part, context));
  }
  return paths;
}

function positionIn(parts: readonly string[], { position }: PathContext): number {
  if (position === undefined)
    throw badValue(`The positional operator did not find the match needed from the query, for '${parts.join('.')}'`);
  return position;
}

function elementsAt(draft: Draft, path: readonly string[], part: string, { arrayFilters }: PathContext): string[][] {
  const items = draft.get(path);
  if (!Array.isArray(items))
    throw badValue(`The path '${path.join('.')}' must exist in the document in order to apply array updates.`);
  const name = part.slice(2, -1);
  const filter = name === '' ? undefined : arrayFilters.get(name);
  if (name !== '' && !filter)
    throw badValue(`No array filter found for identifier '${name}' in path '${path.join('.')}'`);
  return items.flatMap((item: unknown, index) =>
    filter && !filter({ [name]: item }) ? [] : [[...path, String(index)]],
  );
}
