import { CommandError } from '../errors.ts';
import { isDocument } from '../values/document.ts';
import { checkNames, isNullish, truthy, type Operators } from './operator.ts';
import { withVariable } from './scope.ts';

/** `$cond`, `$ifNull`, `$switch` and `$let`: they evaluate only the branch that is taken. */
export const conditionalOperators: Operators = {
  $cond: (operand, compile) => {
    const parts = isDocument(operand) ? checkNames('$cond', operand, ['if', 'then', 'else'], []) : operand;
    const list = Array.isArray(parts) ? parts : isDocument(parts) ? [parts['if'], parts['then'], parts['else']] : [];
    if (list.length !== 3)
      throw new CommandError(16020, `Expression $cond takes exactly 3 arguments. ${list.length} were passed in.`);
    const [condition, then, otherwise] = list.map(compile) as [
      ReturnType<typeof compile>,
      ReturnType<typeof compile>,
      ReturnType<typeof compile>,
    ];
    return (scope) => (truthy(condition(scope)) ? then(scope) : otherwise(scope));
  },
  $ifNull: (operand, compile) => {
    if (!Array.isArray(operand) || operand.length < 2)
      throw new CommandError(1257300, '$ifNull needs at least two arguments');
    const args = operand.map(compile);
    return (scope) => {
      let value: unknown;
      for (const arg of args) {
        value = arg(scope);
        if (!isNullish(value)) break;
      }
      return value;
    };
  },
  $switch: (operand, compile) => {
    const { branches, default: fallback } = checkNames('$switch', operand, ['branches'], ['default']);
    if (!Array.isArray(branches) || branches.length === 0)
      throw new CommandError(40068, '$switch requires at least one branch.');
    const compiled = branches.map((branch: unknown) => {
      const { case: condition, then } = checkNames('$switch', branch, ['case', 'then'], []);
      return { condition: compile(condition), then: compile(then) };
    });
    const otherwise = fallback === undefined ? undefined : compile(fallback);
    return (scope) => {
      const taken = compiled.find(({ condition }) => truthy(condition(scope)))?.then ?? otherwise;
      if (!taken)
        throw new CommandError(
          40066,
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      return taken(scope);
    };
  },
  $let: (operand, compile) => {
    const { vars, in: body } = checkNames('$let', operand, ['vars', 'in'], []);
    if (!isDocument(vars)) throw new CommandError(10065, 'invalid parameter: expected an object (vars)');
    const values = Object.entries(vars).map(([name, value]) => [name, compile(value)] as const);
    const inner = compile(body);
    return (scope) => inner(values.reduce((inside, [name, value]) => withVariable(inside, name, value(scope)), scope));
  },
};
