import { CommandError } from '../errors.ts';

/** Values of variables by name, without `$$`. */
export type Variables = Readonly<Record<string, unknown>>;

/** What an expression is evaluated against. */
export interface Scope {
  /** `$$ROOT`. */
  readonly root: unknown;
  /** `$$CURRENT`: what `$field` reads. */
  readonly current: unknown;
  readonly variables: Variables;
}

/** A compiled expression. `undefined` is a missing value. */
export type Expression = (scope: Scope) => unknown;

/** Scope of a whole document; `$$NOW` is in the variables of the command. */
export function rootScope(document: unknown, variables: Variables): Scope {
  return { root: document, current: document, variables };
}

export function withVariables(scope: Scope, added: Variables): Scope {
  return { root: scope.root, current: scope.current, variables: { ...scope.variables, ...added } };
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
      if (Object.hasOwn(scope.variables, name)) return scope.variables[name];
      throw new CommandError(17276, `Use of undefined variable: ${name}`);
  }
}
