import { CommandError } from '../errors.ts';
import { accumulators } from '../aggregate/accumulators.ts';
import { typeAlias } from '../values/kind.ts';
import { checkNames, isNullish, type OperatorCompiler, type Operators } from './operator.ts';

/**
 * Returns an accumulator used as an expression: over its arguments, or over the elements of its one argument when that
 * is an array.
 */
function grouped(name: string): OperatorCompiler {
  const start = accumulators[name] as (typeof accumulators)[string];
  return (operand, compile) => {
    const args = Array.isArray(operand) ? operand.map(compile) : undefined;
    const single = args?.length === 1 ? args[0] : args ? undefined : compile(operand);
    return (scope) => {
      const value = single?.(scope);
      const values = args && args.length !== 1 ? args.map((arg) => arg(scope)) : Array.isArray(value) ? value : [value];
      const accumulator = start();
      for (const item of values) accumulator.add(item);
      return accumulator.result() ?? null;
    };
  };
}

function edge(name: string, at: 0 | -1): OperatorCompiler {
  return (operand, compile) => {
    const list = compile(Array.isArray(operand) && operand.length === 1 ? operand[0] : operand);
    return (scope) => {
      const value = list(scope);
      if (isNullish(value)) return null;
      if (!Array.isArray(value))
        throw new CommandError(28689, `${name}'s argument must be an array, but is ${typeAlias(value)}`);
      return value.at(at);
    };
  };
}

function several(name: string, take: (items: readonly unknown[], count: number) => unknown[]): OperatorCompiler {
  return (operand, compile) => {
    const { n, input } = checkNames(name, operand, ['n', 'input'], []);
    const [count, list] = [compile(n), compile(input)];
    return (scope) => {
      const value = list(scope);
      if (!Array.isArray(value)) throw new CommandError(5788200, 'Input must be an array');
      return take(value, Number(count(scope)));
    };
  };
}

/** `$sum`, `$avg`, `$min`, `$max` and the like outside of `$group`. */
export const groupedOperators: Operators = {
  ...Object.fromEntries(
    ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'].map((name) => [name, grouped(name)]),
  ),
  $first: edge('$first', 0),
  $last: edge('$last', -1),
  $firstN: several('$firstN', (items, count) => items.slice(0, count)),
  $lastN: several('$lastN', (items, count) => items.slice(-count)),
};
