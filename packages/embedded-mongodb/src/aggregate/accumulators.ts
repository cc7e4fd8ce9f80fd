import { Long } from 'bson';
import { compare } from '../values/compare.ts';
import { isNullish } from '../expression/operator.ts';
import { plus, toDouble } from '../expression/arithmetic.ts';
import { mergeObjects } from '../expression/objects.ts';
import { ValueSet } from '../values/value-set.ts';

/** Takes the values of a group one by one. */
export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

function isNumber(value: unknown): value is number | Long {
  return typeof value === 'number' || value instanceof Long;
}

function sum(): Accumulator {
  let total: number | Long = 0;
  return {
    add: (value) => {
      if (isNumber(value)) total = plus(total, value);
    },
    result: () => total,
  };
}

function average(): Accumulator {
  let [total, count] = [0, 0];
  return {
    add: (value) => {
      if (!isNumber(value)) return;
      total += toDouble(value);
      count++;
    },
    result: () => (count === 0 ? null : total / count),
  };
}

function extreme(direction: 1 | -1): () => Accumulator {
  return () => {
    let best: unknown = null;
    return {
      add: (value) => {
        if (!isNullish(value) && (best === null || compare(value, best) * direction < 0)) best = value;
      },
      result: () => best,
    };
  };
}

/** Welford's running variance. */
function deviation(sample: boolean): () => Accumulator {
  return () => {
    let [count, mean, squares] = [0, 0, 0];
    return {
      add: (value) => {
        if (!isNumber(value)) return;
        const delta = toDouble(value) - mean;
        mean += delta / ++count;
        squares += delta * (toDouble(value) - mean);
      },
      result: () => (count - (sample ? 1 : 0) <= 0 ? null : Math.sqrt(squares / (count - (sample ? 1 : 0)))),
    };
  };
}

function collected(
  finish: (values: unknown[]) => unknown,
  keep: (value: unknown) => boolean = () => true,
): () => Accumulator {
  return () => {
    const values: unknown[] = [];
    return {
      add: (value) => {
        if (keep(value)) values.push(value);
      },
      result: () => finish(values),
    };
  };
}

function addToSet(): Accumulator {
  const seen = new ValueSet();
  const values: unknown[] = [];
  return {
    add: (value) => {
      if (value !== undefined && seen.add(value)) values.push(value);
    },
    result: () => values,
  };
}

/** The accumulators of `$group`, by name; each call starts one group. */
export const accumulators: Readonly<Record<string, () => Accumulator>> = {
  $sum: sum,
  $avg: average,
  $min: extreme(1),
  $max: extreme(-1),
  $first: collected((values) => values[0] ?? null),
  $last: collected((values) => values.at(-1) ?? null),
  $push: collected(
    (values) => values,
    (value) => value !== undefined,
  ),
  $addToSet: addToSet,
  $mergeObjects: collected(mergeObjects),
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
};
