import { badValue } from '../errors.ts';
import { compare } from '../values/compare.ts';
import { field, isDocument, type Document } from '../values/document.ts';
import { isIndex } from '../query/path.ts';

/** One field of a sort: `1` ascending, `-1` descending. */
export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
}

/** Parses `{ field: 1 | -1 }`. Throws BadValue on other directions. */
export function sortFields(spec: Document): SortField[] {
  return Object.entries(spec).map(([path, direction]) => {
    const number = Number(direction);
    if (number !== 1 && number !== -1)
      throw badValue(`$sort key ordering must be 1 (for ascending) or -1 (for descending), for ${path}`);
    return { path, direction: number };
  });
}

/**
 * Returns a comparison of two documents by a sort. Of arrays the smallest element counts ascending, the largest
 * descending; missing is null.
 */
export function sortComparison(spec: Document): (a: unknown, b: unknown) => number {
  const fields = sortFields(spec).map(({ path, direction }) => ({ parts: path.split('.'), direction }));
  return (a, b) => {
    for (const { parts, direction } of fields) {
      const order = compare(sortValue(a, parts, direction), sortValue(b, parts, direction));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
}

/** Sorts documents; the value of each is read once. */
export function sorted<T>(items: readonly T[], spec: Document, documentOf: (item: T) => unknown): T[] {
  const fields = sortFields(spec).map(({ path, direction }) => ({ parts: path.split('.'), direction }));
  const rows = items.map((item) => ({
    item,
    values: fields.map(({ parts, direction }) => sortValue(documentOf(item), parts, direction)),
  }));
  rows.sort((a, b) => {
    for (const [at, { direction }] of fields.entries()) {
      const order = compare(a.values[at], b.values[at]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return rows.map(({ item }) => item);
}

export function sortValue(document: unknown, parts: readonly string[], direction: 1 | -1): unknown {
  const values: unknown[] = [];
  collect(document, parts, 0, values);
  let best = values[0];
  for (const value of values) if (compare(value, best) * direction < 0) best = value;
  return best;
}

/**
 * Collects all values at a path, arrays by their elements; an empty array counts as less than null, a missing field as
 * null.
 */
function collect(value: unknown, parts: readonly string[], at: number, into: unknown[]): void {
  if (at === parts.length) {
    if (!Array.isArray(value)) into.push(value === undefined ? null : value);
    else if (value.length === 0) into.push(undefined);
    else into.push(...(value as unknown[]));
    return;
  }
  const part = parts[at] as string;
  if (Array.isArray(value)) {
    if (isIndex(part) && Number(part) < value.length) return collect(value[Number(part)], parts, at + 1, into);
    for (const item of value) if (isDocument(item)) collect(item, parts, at, into);
    if (into.length === 0) into.push(null);
    return;
  }
  if (isDocument(value)) collect(field(value, part), parts, at + 1, into);
  else into.push(null);
}
