import { Long } from 'bson';
import { CommandError } from '../errors.ts';
import { isDocument, type Document } from '../values/document.ts';
import type { Expression, Scope } from './scope.ts';

/** Compiles the operand of an operator. */
export type Compile = (operand: unknown) => Expression;
export type OperatorCompiler = (operand: unknown, compile: Compile) => Expression;
export type Operators = Readonly<Record<string, OperatorCompiler>>;

/** False of `false`, 0, null and missing; true of all others. */
export function truthy(value: unknown): boolean {
  if (value instanceof Long) return !value.isZero();
  return value !== false && value !== 0 && value !== null && value !== undefined;
}

export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/**
 * Returns the arguments of an operator; a single one need not be in a list. Throws Location16020 when there are too few
 * or too many.
 */
export function argumentsOf(name: string, operand: unknown, least: number, most: number): readonly unknown[] {
  const list: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (list.length >= least && list.length <= most) return list;
  const count = least === most ? `exactly ${least}` : `at least ${least} and at most ${most}`;
  throw new CommandError(16020, `Expression ${name} takes ${count} arguments. ${list.length} were passed in.`);
}

/** Returns an operator of a fixed or limited number of arguments, evaluated in turn. */
export function fixed(
  name: string,
  least: number,
  most: number,
  evaluate: (args: readonly unknown[]) => unknown,
): OperatorCompiler {
  return (operand, compile) => {
    const args = argumentsOf(name, operand, least, most).map(compile);
    return (scope) => evaluate(args.map((arg) => arg(scope)));
  };
}

/** Returns an operator with named arguments, each compiled. Throws on unknown names and on missing required ones. */
export function named(
  name: string,
  required: readonly string[],
  optional: readonly string[],
  evaluate: (args: Document, scope: Scope) => unknown,
): OperatorCompiler {
  return (operand, compile) => {
    const args = Object.entries(checkNames(name, operand, required, optional)).map(
      ([key, value]) => [key, compile(value)] as const,
    );
    return (scope) => evaluate(Object.fromEntries(args.map(([key, arg]) => [key, arg(scope)])), scope);
  };
}

export function checkNames(
  name: string,
  operand: unknown,
  required: readonly string[],
  optional: readonly string[],
): Document {
  if (!isDocument(operand)) throw new CommandError('FailedToParse', `${name} only supports an object as its argument`);
  for (const key of Object.keys(operand)) {
    if (!required.includes(key) && !optional.includes(key))
      throw new CommandError('FailedToParse', `Unrecognized argument to ${name}: ${key}`);
  }
  for (const key of required)
    if (!(key in operand)) throw new CommandError('FailedToParse', `Missing '${key}' parameter to ${name}`);
  return operand;
}
