import { CommandError } from '../errors.ts';
import { equal } from '../values/compare.ts';
import { ValueSet } from '../values/value-set.ts';
import { typeAlias } from '../values/kind.ts';
import { fixed, isNullish, truthy, type OperatorCompiler, type Operators } from './operator.ts';

function lists(name: string, args: readonly unknown[]): unknown[][] {
  return args.map((arg) => {
    if (!Array.isArray(arg))
      throw new CommandError(
        17048,
        `All operands of ${name} must be arrays. One argument is of type: ${typeAlias(arg)}`,
      );
    return arg;
  });
}

function contains(list: readonly unknown[], value: unknown): boolean {
  return list.some((item) => equal(item, value));
}

function setOperator(
  name: string,
  least: number,
  most: number,
  nullable: boolean,
  evaluate: (args: unknown[][]) => unknown,
): OperatorCompiler {
  return fixed(name, least, most, (args) => (nullable && args.some(isNullish) ? null : evaluate(lists(name, args))));
}

function unique(items: readonly unknown[]): unknown[] {
  const seen = new ValueSet();
  return items.filter((item) => seen.add(item));
}

/** Sets: arrays without regard to order and repetition. */
export const setOperators: Operators = {
  $setUnion: setOperator('$setUnion', 0, Infinity, true, (args) => unique(args.flat())),
  $setIntersection: setOperator('$setIntersection', 0, Infinity, true, (args) => {
    const [first = [], ...others] = args;
    return unique(first).filter((item) => others.every((other) => contains(other, item)));
  }),
  $setDifference: setOperator('$setDifference', 2, 2, true, ([a = [], b = []]) =>
    unique(a).filter((item) => !contains(b, item)),
  ),
  $setEquals: setOperator('$setEquals', 2, Infinity, false, ([first = [], ...others]) =>
    others.every(
      (other) => other.every((item) => contains(first, item)) && first.every((item) => contains(other, item)),
    ),
  ),
  $setIsSubset: setOperator('$setIsSubset', 2, 2, false, ([a = [], b = []]) => a.every((item) => contains(b, item))),
  $anyElementTrue: fixed('$anyElementTrue', 1, 1, (args) =>
    (lists('$anyElementTrue', args)[0] as unknown[]).some(truthy),
  ),
  $allElementsTrue: fixed('$allElementsTrue', 1, 1, (args) =>
    (lists('$allElementsTrue', args)[0] as unknown[]).every(truthy),
  ),
};
