import type { Collection } from '../store/collection.ts';
import type { Database } from '../store/database.ts';
import { entriesOf, keysOf, type Table } from '../store/environment.ts';
import type { Examined } from './execute.ts';
import type { Plan } from './plan.ts';
import type { IndexRange } from './ranges.ts';

type IndexPlan = Plan & { readonly kind: 'index' };
type Entry = { readonly key: Buffer; readonly value: Buffer };

/**
 * Yields the keys of the documents that a plan examines, each once; undefined, where a key of an index excludes its
 * document.
 */
export function* keysOfPlan(
  database: Database,
  collection: Collection,
  plan: Plan,
  examined: Examined,
): Generator<Buffer | undefined, void> {
  const seen = repeats(plan) ? new Set<string>() : undefined;
  for (const key of walked(database, collection, plan, examined)) {
    if (key && seen) {
      const text = key.toString('latin1');
      if (seen.has(text)) continue;
      seen.add(text);
    }
    yield key;
  }
}

/** Returns whether one document may occur several times. */
function repeats(plan: Plan): boolean {
  return plan.kind === 'union' || (plan.kind === 'index' && plan.index.arrayPaths.length > 0);
}

function* walked(
  database: Database,
  collection: Collection,
  plan: Plan,
  examined: Examined,
): Generator<Buffer | undefined, void> {
  const { documents, entries } = database.environment;
  if (plan.kind === 'union') for (const part of plan.plans) yield* walked(database, collection, part, examined);
  else if (plan.kind === 'index') {
    const prefix = collection.range.start;
    for (const { value, passes } of entriesOfPlan(entries, plan, examined))
      yield passes ? Buffer.concat([prefix, value]) : undefined;
  } else if (plan.points) yield* plan.points;
  else for (const range of plan.ranges) yield* keysOf(documents, range, plan.reverse);
}

function* entriesOfPlan(
  table: Table,
  plan: IndexPlan,
  examined: Examined,
): Generator<{ value: Buffer; passes: boolean }, void> {
  const { ranges, reverse, test } = plan;
  const passing = ({ key, value }: Entry, { fixed }: IndexRange) => {
    examined.keys++;
    return { value, passes: !test || test(key, fixed) };
  };
  if (plan.merged) for (const { entry, range } of sideBySide(table, ranges, reverse)) yield passing(entry, range);
  else for (const range of ranges) for (const entry of entriesOf(table, range, reverse)) yield passing(entry, range);
}

/** Yields entries of several ranges, in the order of what follows the fixed fields. */
function* sideBySide(
  table: Table,
  ranges: readonly IndexRange[],
  reverse: boolean,
): Generator<{ entry: Entry; range: IndexRange }, void> {
  const open = ranges.flatMap((range) => {
    const rest = entriesOf(table, range, reverse);
    const { done, value } = rest.next();
    return done ? [] : [{ range, rest, entry: value }];
  });
  while (open.length > 0) {
    const next = open.reduce((a, b) => (ordered(a, b) > 0 === reverse ? a : b));
    yield next;
    const { done, value } = next.rest.next();
    if (done) open.splice(open.indexOf(next), 1);
    else next.entry = value;
  }
}

function ordered(a: { entry: Entry; range: IndexRange }, b: { entry: Entry; range: IndexRange }): number {
  return a.entry.key.compare(b.entry.key, b.range.fixed, b.entry.key.length, a.range.fixed, a.entry.key.length);
}
