import { CommandError, failedToParse } from '../errors.ts';
import { equal } from '../values/compare.ts';
import { isDocument, type Document } from '../values/document.ts';
import { keep, remove, type Change } from './change.ts';
import { Draft } from './draft.ts';
import { modifiers, unknownModifier } from './modifiers.ts';
import { resolvePath, type ArrayFilters, type PathContext } from './paths.ts';

/** The data that an update needs besides the document. */
export interface UpdateContext extends PathContext {
  readonly now: Date;
  /** The document is being made by an upsert. */
  readonly inserting: boolean;
}

/** Makes the new version of a document; the old one is not touched. */
export type Update = (document: Document, context: UpdateContext) => Document;

interface Step {
  readonly parts: readonly string[];
  readonly change: Change;
  readonly onInsert: boolean;
}

interface Rename {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * Compiles `{ $set: …, $inc: … }`.
 * @throws CommandError FailedToParse, ConflictingUpdateOperators
 */
export function compileModifiers(update: Document, arrayFilters: ArrayFilters): Update {
  const steps: Step[] = [];
  const renames: Rename[] = [];
  for (const [name, fields] of Object.entries(update)) {
    const modifier = Object.hasOwn(modifiers, name) ? modifiers[name] : undefined;
    if (!modifier && name !== '$rename') throw unknownModifier(name);
    if (!isDocument(fields)) throw failedToParse(`Modifiers operate on fields but we found another type for ${name}`);
    for (const [path, operand] of Object.entries(fields)) {
      const parts = partsOf(path);
      if (modifier) steps.push({ parts, change: modifier(operand), onInsert: name === '$setOnInsert' });
      else renames.push({ from: parts, to: partsOf(String(operand)) });
    }
  }
  const touched = [...steps.map(({ parts }) => parts), ...renames.flatMap(({ from, to }) => [from, to])];
  refuseConflicts(touched);
  refuseUnusedFilters(touched, arrayFilters);
  steps.sort((a, b) => comparePaths(a.parts, b.parts));
  return (document, context) => {
    const draft = new Draft(document);
    for (const rename of renames) applyRename(draft, rename);
    for (const { parts, change, onInsert } of steps) {
      if (onInsert && !context.inserting) continue;
      for (const path of resolvePath(draft, parts, context)) apply(draft, path, change, context.now);
    }
    refuseChangedId(document, draft.root);
    return draft.root;
  };
}

function partsOf(path: string): string[] {
  const parts = path.split('.');
  if (path === '') throw new CommandError(56, 'An empty update path is not valid.');
  if (parts.includes(''))
    throw new CommandError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  if (parts[0] === '$' || parts[0]?.startsWith('$['))
    throw failedToParse(`Cannot have positional element in the first position in path '${path}'`);
  const odd = parts.find((part) => part.startsWith('$') && part !== '$' && !/^\$\[\w*\]$/.test(part));
  if (odd !== undefined)
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${odd}' in '${path}' is not allowed`,
    );
  return parts;
}

function apply(draft: Draft, path: readonly string[], change: Change, now: Date): void {
  const outcome = change(draft.get(path), now);
  if (outcome === keep) return;
  if (outcome === remove) draft.remove(path);
  else draft.set(path, outcome.value);
}

function applyRename(draft: Draft, { from, to }: Rename): void {
  const value = draft.get(from);
  if (value === undefined) return;
  draft.remove(from);
  draft.remove(to);
  draft.set(to, value);
}

function refuseConflicts(paths: readonly (readonly string[])[]): void {
  const seen = new Set<string>();
  for (const parts of paths) {
    const path = parts.join('.');
    if (seen.has(path)) throw conflict(path);
    seen.add(path);
  }
  for (const parts of paths) {
    for (let length = 1; length < parts.length; length++) {
      const parent = parts.slice(0, length).join('.');
      if (seen.has(parent)) throw conflict(parent);
    }
  }
}

function conflict(path: string): CommandError {
  return new CommandError(
    'ConflictingUpdateOperators',
    `Updating the path '${path}' would create a conflict at '${path}'`,
  );
}

function refuseUnusedFilters(paths: readonly (readonly string[])[], arrayFilters: ArrayFilters): void {
  for (const name of arrayFilters.keys()) {
    if (!paths.some((parts) => parts.includes(`$[${name}]`)))
      throw failedToParse(`The array filter for identifier '${name}' was not used in the update`);
  }
}

/** New fields of one document are added in this order: names by their characters, numbers by their value. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x, y] = [a[at] as string, b[at] as string];
    if (x === y) continue;
    const [n, m] = [Number(x), Number(y)];
    return Number.isInteger(n) && Number.isInteger(m) ? n - m : x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** Throws ImmutableField when an update would change the `_id`. */
export function refuseChangedId(before: Document, after: Document): void {
  if (before['_id'] === undefined || equal(before['_id'], after['_id'])) return;
  throw new CommandError(
    'ImmutableField',
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
}
