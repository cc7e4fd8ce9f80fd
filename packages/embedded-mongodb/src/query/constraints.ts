import { isDocument, type Document } from '../values/document.ts';
import { rank, rankOf } from '../values/kind.ts';
import { hasOperators } from './filter.ts';

/** One end of a range. */
export interface Bound {
  readonly value: unknown;
  readonly inclusive: boolean;
}

/** The condition that a filter sets for a path in any case, in a form an index can answer. */
export interface Constraint {
  /** The path has one of these values. */
  readonly points?: readonly unknown[];
  readonly lower?: Bound;
  readonly upper?: Bound;
}

/** Returns the constraints of a filter by path. Everything else is left to the filter itself. */
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

/** Adds a constraint. The first of a kind stays: one is enough to search by, and the filter still checks them all. */
function narrow(path: string, constraint: Constraint, found: Map<string, Constraint>): void {
  found.set(path, { ...constraint, ...found.get(path) });
}

/**
 * Returns whether the value is one key: arrays are searched whole and as elements, and regular expressions match, so
 * they are none.
 */
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

/** Returns whether a filter demands nothing but certain `_id`s: reading these answers it. */
export function isOnlyIds(filter: Document): boolean {
  const { _id: operand, ...rest } = filter;
  if (Object.keys(rest).length > 0) return false;
  if (!hasOperators(operand)) return isPoint(operand);
  const names = Object.keys(operand);
  return names.length === 1 && (names[0] === '$eq' || names[0] === '$in');
}

/** One condition of a filter that a key answers with certainty. */
export interface Clause {
  readonly path: string;
  readonly operand: Document;
  readonly constraint: Constraint;
}

/**
 * Returns a filter as conditions that keys answer alone, at most one point list or one range for each path; undefined
 * when it demands anything else. Arrays in indexed fields still make keys useless: see `isMultikey`.
 */
export function plainClauses(filter: Document): Clause[] | undefined {
  const clauses = flat(filter);
  if (!clauses) return undefined;
  const found = new Map<string, Clause>();
  for (const { path, operand, constraint } of clauses) {
    const known = found.get(path);
    if (known && !combine(known.constraint, constraint)) return undefined;
    found.set(path, {
      path,
      operand: { ...known?.operand, ...operand },
      constraint: { ...known?.constraint, ...constraint },
    });
  }
  return [...found.values()];
}

function flat(filter: Document): Clause[] | undefined {
  const clauses: Clause[] = [];
  for (const [path, operand] of Object.entries(filter)) {
    const more = path === '$and' ? flatAll(operand) : path.startsWith('$') ? undefined : flatPath(path, operand);
    if (!more) return undefined;
    clauses.push(...more);
  }
  return clauses;
}

function flatAll(operand: unknown): Clause[] | undefined {
  if (!Array.isArray(operand)) return undefined;
  const parts = operand.map((clause: unknown) => (isDocument(clause) ? flat(clause) : undefined));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function flatPath(path: string, operand: unknown): Clause[] | undefined {
  const conditions = hasOperators(operand) ? operand : { $eq: operand };
  const clauses = Object.entries(conditions).map(([name, value]): Clause | undefined => {
    const constraint = constraintOf(name, value);
    return constraint && { path, operand: { [name]: value }, constraint };
  });
  return clauses.every((clause) => clause !== undefined) ? clauses : undefined;
}

function constraintOf(name: string, value: unknown): Constraint | undefined {
  if (name === '$eq') return isPlain(value) ? { points: [value] } : undefined;
  if (name === '$in') return Array.isArray(value) && value.every(isPlain) ? { points: value } : undefined;
  const [, side, equal] = /^\$(g|l)t(e?)$/.exec(name) ?? [];
  if (side === undefined || !isBound(value)) return undefined;
  const bound = { value, inclusive: equal === 'e' };
  return side === 'g' ? { lower: bound } : { upper: bound };
}

/** Returns whether two conditions on one path are the two ends of one range. */
function combine(a: Constraint, b: Constraint): boolean {
  const [lower, upper] = [a.lower ?? b.lower, a.upper ?? b.upper];
  if (a.points || b.points || (a.lower && b.lower) || (a.upper && b.upper)) return false;
  return rankOf(lower?.value) === rankOf(upper?.value);
}

/** Returns whether a value has one key, and equal keys mean equal values. */
function isPlain(value: unknown): boolean {
  return value === null || isBound(value);
}
