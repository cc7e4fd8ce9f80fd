import { CommandError } from '../errors.ts';
import { isIndex } from '../query/path.ts';
import { field, isDocument, type Document } from '../values/document.ts';
import { KeyWriter } from '../values/key.ts';
import type { Index } from './index-spec.ts';

/** One entry that a document has in an index: its values in the order of the fields. */
type Row = unknown[];

/** A field on its way down: what is left of its path, seen from the present value. */
interface Branch {
  readonly value: unknown;
  readonly parts: readonly string[];
  readonly walked: string;
  /** The value is what is indexed. */
  readonly done: boolean;
}

/** The entries of a document in an index. */
export interface IndexEntries {
  /** The keys without the `_id`: what must be unique in a unique index. */
  readonly keys: readonly Buffer[];
  readonly arrayPaths: readonly string[];
  /** Values of the keys, for the message of a duplicate. */
  readonly rows: readonly Row[];
}

const writer = new KeyWriter();

const none: IndexEntries = { keys: [], arrayPaths: [], rows: [] };

/**
 * Returns the entries of a document in an index. An array has one entry per element; a missing field counts as null.
 * @throws CommandError CannotIndexParallelArrays when two fields lead through different arrays, KeyTooLong
 */
export function indexEntries(index: Index, document: Document): IndexEntries {
  if (!index.covers(document)) return none;
  const arrays = new Set<string>();
  const rows = extract(
    index.fields.map(({ parts }) => ({ value: document, parts, walked: '', done: false })),
    arrays,
  );
  const kept = index.sparse ? rows.filter((row) => row.some((value) => value !== undefined)) : rows;
  const keys = new Map<string, { key: Buffer; row: Row }>();
  for (const row of kept) {
    const key = rowKey(index, row);
    keys.set(key.toString('latin1'), { key, row });
  }
  const unique = [...keys.values()];
  return { keys: unique.map(({ key }) => key), arrayPaths: [...arrays], rows: unique.map(({ row }) => row) };
}

/**
 * Returns false when two versions of a document certainly have the same entries: an update shares with the old version
 * what it did not change.
 */
export function mayDiffer(index: Index, before: Document, after: Document): boolean {
  const touched = index.fields.some(({ parts: [name = ''] }) => field(before, name) !== field(after, name));
  return touched || (index.partialFilterExpression !== undefined && index.covers(before) !== index.covers(after));
}

function rowKey(index: Index, row: Row): Buffer {
  writer.clear().number32(index.id);
  for (const [at, { direction }] of index.fields.entries()) {
    const value = row[at];
    writer.value(value === undefined ? null : value === emptyArray ? undefined : value, direction === -1);
  }
  return writer.finish();
}

/** The key of an indexed empty array, which sorts before null. */
const emptyArray = Symbol('empty array');

function extract(branches: readonly Branch[], arrays: Set<string>): Row[] {
  const walked = branches.map(descend);
  const stopped = walked.filter(({ done }) => !done);
  const first = stopped[0];
  if (first === undefined) return [walked.map(({ value }) => value)];
  if (stopped.some((branch) => branch.walked !== first.walked)) {
    throw new CommandError(
      'CannotIndexParallelArrays',
      `cannot index parallel arrays [${stopped.map((branch) => branch.walked).join('] [')}]`,
    );
  }
  arrays.add(first.walked);
  const items = first.value as unknown[];
  const elements = items.length === 0 ? [emptyArray] : items;
  return elements.flatMap((element) =>
    extract(
      walked.map((branch) => (branch.done ? branch : enter(branch, element))),
      arrays,
    ),
  );
}

/** Descends from an array into one of its elements. An array inside of an array is indexed as the value it is. */
function enter(branch: Branch, element: unknown): Branch {
  if (branch.parts.length === 0) return { ...branch, value: element, done: true };
  return isDocument(element) ? { ...branch, value: element } : { ...branch, value: undefined, done: true };
}

/** Walks down until the path ends or an array comes. */
function descend(branch: Branch): Branch {
  if (branch.done) return branch;
  let { value, walked } = branch;
  for (const [at, part] of branch.parts.entries()) {
    if (Array.isArray(value)) {
      if (!isIndex(part)) return { value, parts: branch.parts.slice(at), walked, done: false };
      value = value[Number(part)];
    } else if (isDocument(value)) value = field(value, part);
    else return { value: undefined, parts: [], walked, done: true };
    walked = walked === '' ? part : `${walked}.${part}`;
  }
  return { value, parts: [], walked, done: !Array.isArray(value) };
}
