import { compare } from '../values/compare.ts';
import { argumentsOf, fixed, truthy, type OperatorCompiler, type Operators } from './operator.ts';
import type { Expression } from './scope.ts';

function comparing(name: string, answer: (order: number) => unknown): OperatorCompiler {
  return (operand, compile) => {
    const [left, right] = argumentsOf(name, operand, 2, 2).map(compile) as [Expression, Expression];
    return (scope) => answer(compare(left(scope), right(scope)));
  };
}

/** Comparison and boolean operators. Comparing is by the order of all types, and a missing field comes before null. */
export const comparisonOperators: Operators = {
  $cmp: comparing('$cmp', (order) => order),
  $eq: comparing('$eq', (order) => order === 0),
  $ne: comparing('$ne', (order) => order !== 0),
  $gt: comparing('$gt', (order) => order > 0),
  $gte: comparing('$gte', (order) => order >= 0),
  $lt: comparing('$lt', (order) => order < 0),
  $lte: comparing('$lte', (order) => order <= 0),
  $not: fixed('$not', 1, 1, ([value]) => !truthy(value)),
  $and: (operand, compile) => {
    const args = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => args.every((arg) => truthy(arg(scope)));
  },
  $or: (operand, compile) => {
    const args = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => args.some((arg) => truthy(arg(scope)));
  },
};
