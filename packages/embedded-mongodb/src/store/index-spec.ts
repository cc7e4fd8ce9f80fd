import type { SortField } from '../aggregate/sort.ts';
import { compileFilter, type Filter } from '../query/filter.ts';
import type { Document } from '../values/document.ts';

/** An index as it is described in the catalog. */
export interface IndexDescription {
  readonly id: number;
  readonly name: string;
  readonly key: Document;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Document;
  /** Age in seconds of the (first) date at the key at which the sweep removes a document. */
  readonly expireAfterSeconds?: number;
  /** Paths at which an array was indexed; fields under them have several entries per document. */
  readonly arrayPaths: readonly string[];
}

/** An index with what is compiled of its description. */
export interface Index extends IndexDescription {
  readonly fields: readonly (SortField & { readonly parts: readonly string[] })[];
  /** Whether a document is in a partial index. */
  readonly covers: Filter;
}

export function openIndex(description: IndexDescription): Index {
  const fields = Object.entries(description.key).map(([path, direction]) => {
    return { path, parts: path.split('.'), direction: Number(direction) < 0 ? (-1 as const) : (1 as const) };
  });
  const partial = description.partialFilterExpression;
  return { ...description, fields, covers: partial ? compileFilter(partial) : () => true };
}

/** Returns whether an array was ever seen on the way to a field: its values may then be several. */
export function isMultikey(index: IndexDescription, path: string): boolean {
  return index.arrayPaths.some((arrayPath) => path === arrayPath || path.startsWith(`${arrayPath}.`));
}
