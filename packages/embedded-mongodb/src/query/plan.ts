import type { SortField } from '../aggregate/sort.ts';
import type { Collection } from '../store/collection.ts';
import type { KeyRange } from '../store/environment.ts';
import { isMultikey, type Index } from '../store/index-spec.ts';
import { isDocument, type Document } from '../values/document.ts';
import { KeyWriter } from '../values/key.ts';
import { rankOf } from '../values/kind.ts';
import { constraintsOf, type Constraint } from './constraints.ts';
import { implies } from './implication.ts';
import { isCovered, keyTest, type KeyTest } from './key-tests.ts';
import { boundedRange, pointPrefixes, prefixRange, type IndexRange } from './ranges.ts';

/** The way to the candidates of a query; the filter then checks each. */
export type Plan =
  | {
      readonly kind: 'documents';
      readonly ranges: readonly KeyRange[];
      readonly points?: readonly Buffer[];
      readonly reverse: boolean;
      readonly sorted: boolean;
    }
  | {
      readonly kind: 'index';
      readonly index: Index;
      readonly ranges: readonly IndexRange[];
      readonly reverse: boolean;
      readonly sorted: boolean;
      /** The ranges are read side by side, so that what follows their fixed fields is in order. */
      readonly merged: boolean;
      /** Rejects keys of documents that the filter does not find, behind the fixed fields. */
      readonly test: KeyTest | undefined;
      /** Keys that pass are documents that the filter finds. */
      readonly covered: boolean;
    }
  | { readonly kind: 'union'; readonly plans: readonly Plan[]; readonly sorted: false };

interface Candidate {
  readonly plan: Plan;
  readonly score: number;
}

/** More combinations of `$in` lists than this are not spread over one index. */
const MAX_RANGES = 2000;
/** More ranges than this are not read side by side. */
const MAX_MERGED = 100;
/** The score of an index that answers without its documents, when these are only counted. */
const COVERED_SCORE = 30;

/**
 * Chooses a plan: `_id`, then the index with the most fields compared for equality, a range, and the requested order.
 */
export function planFor(
  collection: Collection,
  filter: Document,
  sort: readonly SortField[] = [],
  counting = false,
): Plan {
  const constraints = constraintsOf(filter);
  const ids = byId(collection, constraints, sort);
  if (constraints.get('_id')?.points && ids) return ids.plan;
  const candidates = [ids, ...collection.indexes.map((index) => byIndex(index, constraints, filter, sort, counting))];
  const best = candidates.reduce<Candidate | undefined>((a, b) => (b && b.score > (a?.score ?? 0) ? b : a), undefined);
  const plan = best?.plan ?? unionOf(collection, filter);
  return plan ?? { kind: 'documents', ranges: [collection.range], reverse: false, sorted: sort.length === 0 };
}

function byId(
  collection: Collection,
  constraints: ReadonlyMap<string, Constraint>,
  sort: readonly SortField[],
): Candidate | undefined {
  const constraint = constraints.get('_id');
  const prefix = collection.range.start;
  const first = sort[0];
  const sorted = sort.length === 0 || first?.path === '_id';
  const reverse = first?.path === '_id' && first.direction === -1;
  if (constraint?.points) {
    const points = pointPrefixes(prefix, constraint.points, 1);
    return {
      plan: { kind: 'documents', ranges: [], points, reverse, sorted: sort.length === 0 || points.length <= 1 },
      score: 1000,
    };
  }
  if (constraint?.lower || constraint?.upper) {
    return {
      plan: { kind: 'documents', ranges: [boundedRange(prefix, constraint, 1)], reverse, sorted },
      score: sorted && sort.length > 0 ? 8 : 5,
    };
  }
  return sorted && sort.length > 0
    ? { plan: { kind: 'documents', ranges: [collection.range], reverse, sorted }, score: 2 }
    : undefined;
}

function byIndex(
  index: Index,
  constraints: ReadonlyMap<string, Constraint>,
  filter: Document,
  sort: readonly SortField[],
  counting: boolean,
): Candidate | undefined {
  if (index.partialFilterExpression && !implies(filter, index.partialFilterExpression)) return undefined;
  if (index.sparse && !index.fields.some(({ path }) => excludesMissing(constraints.get(path)))) return undefined;
  let prefixes = [new KeyWriter().number32(index.id).finish()];
  let ranges: IndexRange[] | undefined;
  let score = 0;
  let fixed = 0;
  let arrayUsed = false;
  for (const field of index.fields) {
    const constraint = constraints.get(field.path);
    const multikey = isMultikey(index, field.path);
    if (!constraint || (multikey && arrayUsed)) break;
    arrayUsed ||= multikey;
    if (
      constraint.points &&
      !(multikey && constraint.points.includes(null)) &&
      prefixes.length * constraint.points.length <= MAX_RANGES
    ) {
      const { points } = constraint;
      prefixes = prefixes.flatMap((prefix) => pointPrefixes(prefix, points, field.direction));
      score += 10;
      fixed++;
      continue;
    }
    const bounds = multikey ? oneSide(constraint) : sameType(constraint);
    if (!bounds) break;
    ranges = prefixes.map((prefix) => boundedRange(prefix, bounds, field.direction));
    score += 5;
    break;
  }
  const order = prefixes.length <= MAX_MERGED ? orderOf(index, fixed, constraints, sort) : undefined;
  const sorted = sort.length === 0 || order !== undefined;
  if (sort.length > 0 && order !== undefined) score += 3;
  const covered = counting && isCovered(index, filter);
  if (covered) score += COVERED_SCORE;
  const plan: Plan = {
    ...{ kind: 'index', index, reverse: order === -1, sorted, covered },
    ranges: ranges ?? prefixes.map(prefixRange),
    merged: sort.length > 0 && sorted && prefixes.length > 1,
    test: keyTest(index, fixed, ranges ? fixed + 1 : fixed, constraints),
  };
  return { plan, score };
}

function excludesMissing(constraint: Constraint | undefined): boolean {
  if (!constraint) return false;
  return constraint.points
    ? !constraint.points.includes(null)
    : constraint.lower !== undefined || constraint.upper !== undefined;
}

/** Two bounds on a field of several values may be met by two of them: search by one only. */
function oneSide({ lower, upper }: Constraint): Constraint | undefined {
  return lower ? { lower } : upper ? { upper } : undefined;
}

function sameType({ lower, upper }: Constraint): Constraint | undefined {
  if (lower && upper) return rankOf(lower.value) === rankOf(upper.value) ? { lower, upper } : { lower };
  return lower ? { lower } : upper ? { upper } : undefined;
}

/** Returns whether reading an index from its fixed fields on gives a requested order: 1 forwards, -1 backwards. */
function orderOf(
  index: Index,
  fixed: number,
  constraints: ReadonlyMap<string, Constraint>,
  sort: readonly SortField[],
): 1 | -1 | undefined {
  const given = new Set(index.fields.slice(0, fixed).map(({ path }) => path));
  const wanted = sort.filter(({ path }) => !(given.has(path) && constraints.get(path)?.points?.length === 1));
  // Every key ends with the `_id`.
  const rest: readonly SortField[] = [...index.fields.slice(fixed), { path: '_id', direction: 1 }];
  if (index.arrayPaths.length > 0 || wanted.length > rest.length) return undefined;
  const turn = wanted[0] && rest[0] ? wanted[0].direction * rest[0].direction : 1;
  const fits = wanted.every(
    ({ path, direction }, at) => rest[at]?.path === path && rest[at].direction * direction === turn,
  );
  return fits ? (turn as 1 | -1) : undefined;
}

/** `$or` whose every branch can be looked up. */
function unionOf(collection: Collection, filter: Document): Plan | undefined {
  const branches = filter['$or'];
  if (!Array.isArray(branches) || branches.length === 0) return undefined;
  const { $or: _or, ...rest } = filter;
  const plans = branches.map((branch: unknown) =>
    planFor(collection, isDocument(branch) ? { $and: [rest, branch] } : {}),
  );
  return plans.every(isLookup) ? { kind: 'union', plans, sorted: false } : undefined;
}

function isLookup(plan: Plan): boolean {
  return plan.kind !== 'documents' || plan.points !== undefined;
}
