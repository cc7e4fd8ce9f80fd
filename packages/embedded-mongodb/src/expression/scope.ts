import { CommandError } from '../errors.ts';

/** Values of variables by name, without `$$`. */
export type Variables = Readonly<Record<string, unknown>>;

/** The values that an expression is evaluated against. */
export interface Scope {
  /** `$$ROOT`. */
  readonly root: unknown;
  /** `$$CURRENT`: what `$field` reads. */
  readonly current: unknown;
  readonly variables: Variables;
  /** The variables that operators bind inside of the expression, the innermost first. */
  readonly bound?: Binding | undefined;
}

interface Binding {
  readonly name: string;
  readonly value: unknown;
  readonly outer: Binding | undefined;
}

/** A compiled expression. `undefined` is a missing value. */
export type Expression = (scope: Scope) => unknown;

/** Scope of a whole document; `$$NOW` is in the variables of the command. */
export function rootScope(document: unknown, variables: Variables): Scope {
  return { root: document, current: document, variables, bound: undefined };
}

/** Returns a scope in which a variable has a value. */
export function withVariable({ root, current, variables, bound }: Scope, name: string, value: unknown): Scope {
  return { root, current, variables, bound: { name, value, outer: bound } };
}

/** Reads a variable; `name` without `$$`. Throws Location17276 when it is not defined, as MongoDB does. */
export function variable(scope: Scope, name: string): unknown {
  switch (name) {
    case 'ROOT':
      return scope.root;
    case 'CURRENT':
      return scope.current;
    case 'REMOVE':
      return undefined;
    default:
      for (let binding = scope.bound; binding; binding = binding.outer) if (binding.name === name) return binding.value;
      if (Object.hasOwn(scope.variables, name)) return scope.variables[name];
      throw new CommandError(17276, `Use of undefined variable: ${name}`);
  }
}
