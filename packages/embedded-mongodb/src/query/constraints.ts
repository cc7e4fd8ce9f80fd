import { isDocument, type Document } from '../values/document.ts';
import { rank, rankOf } from '../values/kind.ts';
import { hasOperators } from './filter.ts';

/** One end of a range. */
export interface Bound {
  readonly value: unknown;
  readonly inclusive: boolean;
}

/** What a filter asks of a path in any case, in a form an index can answer. */
export interface Constraint {
  /** The path has one of these values. */
  readonly points?: readonly unknown[];
  readonly lower?: Bound;
  readonly upper?: Bound;
}

/** Constraints of a filter by path. Whatever is not among them is left to the filter itself. */
export function constraintsOf(filter: Document): Map<string, Constraint> {
  const found = new Map<string, Constraint>();
  collect(filter, '', found);
  return found;
}

function collect(filter: Document, prefix: string, found: Map<string, Constraint>): void {
  for (const [name, operand] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(operand)) {
      for (const clause of operand) if (isDocument(clause)) collect(clause, prefix, found);
    } else if (!name.startsWith('$')) collectPath(`${prefix}${name}`, operand, found);
  }
}

function collectPath(path: string, operand: unknown, found: Map<string, Constraint>): void {
  if (!hasOperators(operand)) {
    if (isPoint(operand)) narrow(path, { points: [operand] }, found);
    return;
  }
  for (const [name, value] of Object.entries(operand)) {
    if (name === '$eq' && isPoint(value)) narrow(path, { points: [value] }, found);
    else if (name === '$in' && Array.isArray(value) && value.every(isPoint)) narrow(path, { points: value }, found);
    else if (name === '$gt' && isBound(value)) narrow(path, { lower: { value, inclusive: false } }, found);
    else if (name === '$gte' && isBound(value)) narrow(path, { lower: { value, inclusive: true } }, found);
    else if (name === '$lt' && isBound(value)) narrow(path, { upper: { value, inclusive: false } }, found);
    else if (name === '$lte' && isBound(value)) narrow(path, { upper: { value, inclusive: true } }, found);
    else if (name === '$elemMatch' && isDocument(value) && !hasOperators(value)) collect(value, `${path}.`, found);
  }
}

/** The first constraint of a kind stays: one is enough to look by, and the filter still checks them all. */
function narrow(path: string, constraint: Constraint, found: Map<string, Constraint>): void {
  found.set(path, { ...constraint, ...found.get(path) });
}

/** Arrays are looked for whole and as elements, and regular expressions match: neither is one key. */
function isPoint(value: unknown): boolean {
  if (value === undefined) return false;
  const type = rankOf(value);
  return type !== rank.array && type !== rank.regex;
}

function isBound(value: unknown): boolean {
  const type = rankOf(value);
  const bounded: number[] = [rank.number, rank.string, rank.objectId, rank.boolean, rank.date, rank.timestamp];
  return bounded.includes(type) && !Number.isNaN(value);
}

/** Whether a filter asks for nothing but documents of certain `_id`s: looking these up answers it. */
export function asksOnlyForIds(filter: Document): boolean {
  const { _id: operand, ...rest } = filter;
  if (Object.keys(rest).length > 0) return false;
  if (!hasOperators(operand)) return isPoint(operand);
  const names = Object.keys(operand);
  return names.length === 1 && (names[0] === '$eq' || names[0] === '$in');
}
