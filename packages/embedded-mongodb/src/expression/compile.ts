import { CommandError } from '../errors.ts';
import { field, isDocument, setField, type Document } from '../values/document.ts';
import { arrayOperators } from './arrays.ts';
import { arithmeticOperators } from './arithmetic.ts';
import { comparisonOperators } from './comparison.ts';
import { conditionalOperators } from './conditionals.ts';
import { borrowedOperators } from './borrowed.ts';
import { groupedOperators } from './grouped.ts';
import { objectOperators } from './objects.ts';
import type { Operators } from './operator.ts';
import { variable, type Expression } from './scope.ts';
import { setOperators } from './sets.ts';
import { stringOperators } from './strings.ts';
import { typeOperators } from './types.ts';

const operators: Operators = {
  ...borrowedOperators,
  ...arithmeticOperators,
  ...arrayOperators,
  ...comparisonOperators,
  ...conditionalOperators,
  ...groupedOperators,
  ...objectOperators,
  ...setOperators,
  ...stringOperators,
  ...typeOperators,
};

/**
 * Compiles an aggregation expression.
 * @throws CommandError InvalidPipelineOperator for an unknown operator
 */
export function compileExpression(expression: unknown): Expression {
  if (typeof expression === 'string' && expression.startsWith('$'))
    return expression.startsWith('$$') ? variablePath(expression) : fieldPath(expression.slice(1));
  if (Array.isArray(expression)) {
    const items = expression.map(compileExpression);
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const names = Object.keys(expression);
  const operator = names.find((name) => name.startsWith('$'));
  if (operator === undefined) return documentOf(expression);
  if (names.length !== 1) {
    throw new CommandError(
      15983,
      `an object representing an expression must have exactly one field: ${JSON.stringify(names)}`,
    );
  }
  if (operator === '$literal' || operator === '$const') return () => expression[operator];
  if (!Object.hasOwn(operators, operator))
    throw new CommandError('InvalidPipelineOperator', `Unrecognized expression '${operator}'`);
  return (operators[operator] as (typeof operators)[string])(expression[operator], compileExpression);
}

function documentOf(expression: Document): Expression {
  const fields = Object.entries(expression).map(([name, value]) => [name, compileExpression(value)] as const);
  if (fields.some(([name]) => name.includes('.')))
    throw new CommandError(40235, 'FieldPath field names may not contain "." in an object expression');
  return (scope) => {
    const document: Document = {};
    for (const [name, value] of fields) {
      const result = value(scope);
      if (result !== undefined) setField(document, name, result);
    }
    return document;
  };
}

function fieldPath(path: string): Expression {
  if (path === '' || path.split('.').includes(''))
    throw new CommandError(15998, `FieldPath must not be empty or have empty parts: '$${path}'`);
  if (!path.includes('.'))
    return (scope) => (isDocument(scope.current) ? field(scope.current, path) : valueAt(scope.current, [path], 0));
  const parts = path.split('.');
  return (scope) => valueAt(scope.current, parts, 0);
}

function variablePath(expression: string): Expression {
  const [name, ...parts] = expression.slice(2).split('.') as [string, ...string[]];
  if (name === '') throw new CommandError('FailedToParse', 'empty variable names are not allowed');
  if (parts.length === 0) return (scope) => variable(scope, name);
  return (scope) => valueAt(variable(scope, name), parts, 0);
}

/** Reads a field path like expressions do: of an array, the list of its elements' values; no index by number. */
export function valueAt(value: unknown, parts: readonly string[], at: number): unknown {
  if (at === parts.length) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.flatMap((item) => {
      const found = isDocument(item) || Array.isArray(item) ? valueAt(item, parts, at) : undefined;
      const empty = Array.isArray(item) && (found as unknown[]).length === 0;
      return found === undefined || empty ? [] : [found];
    });
  }
  return isDocument(value) ? valueAt(field(value, parts[at] as string), parts, at + 1) : undefined;
}
