import { CommandError, notImplemented } from '../errors.ts';
import { compileExpression } from '../expression/compile.ts';
import { rootScope, type Expression, type Scope, type Variables } from '../expression/scope.ts';
import { asNumber } from '../query/operators.ts';
import { elementMatches } from '../query/filter.ts';
import { field, isDocument, setField, type Document } from '../values/document.ts';

/** Shapes one document. `position` is the array element that the query matched, for `array.$`. */
export type Projection = (document: Document, position?: number) => Document;

/** A tree of what a projection does with each field. */
interface Node {
  include: boolean | undefined;
  compute: ((value: unknown, scope: Scope, position: number | undefined) => unknown) | undefined;
  /** `$slice` and `$elemMatch` of `find`: they shape a field without excluding the others. */
  readonly children: Map<string, Node>;
}

function newNode(): Node {
  return { include: undefined, compute: undefined, children: new Map() };
}

/**
 * Compiles a projection of `find` or of `$project`.
 * @throws CommandError 31254 or 31253 when it both includes and excludes
 */
export function compileProjection(spec: Document, variables: Variables, inFind = false): Projection {
  const root = newNode();
  const modes = new Set<boolean>();
  let keepsId: boolean | undefined;
  const enter = (path: readonly string[], value: unknown): void => {
    const node = path.reduce((parent, part) => child(parent, part), root);
    if (node.children.size > 0 || node.include !== undefined || node.compute)
      throw new CommandError(31250, `Path collision at ${path.join('.')}`);
    const flag = flagOf(value);
    if (flag !== undefined) {
      if (path.length === 1 && path[0] === '_id') keepsId = flag;
      else modes.add(flag);
      node.include = flag;
      return;
    }
    if (isDocument(value) && !Object.keys(value).some((name) => name.startsWith('$'))) {
      if (Object.keys(value).length === 0)
        throw new CommandError(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
      for (const [name, inner] of Object.entries(value)) enter([...path, ...name.split('.')], inner);
      return;
    }
    const shaping = inFind ? shape(value, variables) : undefined;
    if (shaping) {
      if (shaping.includes) modes.add(true);
      node.compute = shaping.compute;
      return;
    }
    modes.add(true);
    node.compute = computed(compileExpression(value));
  };
  for (const [path, value] of Object.entries(spec)) {
    if (path.endsWith('.$') && inFind) {
      const node = path
        .slice(0, -2)
        .split('.')
        .reduce((parent, part) => child(parent, part), root);
      node.compute = (items, _, position) =>
        Array.isArray(items) && position !== undefined ? [items[position]] : items;
      modes.add(true);
    } else enter(path.split('.'), value);
  }
  if (modes.size > 1) throw new CommandError(31254, 'Cannot do exclusion on a field in inclusion projection');
  const inclusive = modes.has(true) || (modes.size === 0 && keepsId === true);
  if (inclusive && keepsId === undefined && !root.children.has('_id')) child(root, '_id').include = true;
  return (document, position) => apply(root, document, inclusive, rootScope(document, variables), position) as Document;
}

function child(parent: Node, part: string): Node {
  if (parent.include !== undefined || parent.compute) throw new CommandError(31249, `Path collision at ${part}`);
  const known = parent.children.get(part);
  if (known) return known;
  const node = newNode();
  parent.children.set(part, node);
  return node;
}

function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const number = asNumber(value);
  return number === undefined ? undefined : number !== 0;
}

function computed(expression: Expression): Node['compute'] {
  return (_, scope) => expression(scope);
}

function shape(
  value: unknown,
  variables: Variables,
): { compute: NonNullable<Node['compute']>; includes: boolean } | undefined {
  if (!isDocument(value)) return undefined;
  if ('$meta' in value) throw notImplemented('$meta');
  if ('$elemMatch' in value) {
    const matches = elementMatches(value['$elemMatch'], variables);
    return { compute: (items) => firstMatching(items, matches), includes: true };
  }
  if (!('$slice' in value)) return undefined;
  const arg = value['$slice'];
  if (Array.isArray(arg) && arg.length === 2 && typeof arg[0] === 'number' && typeof arg[1] === 'number') {
    const [skip, limit] = arg as [number, number];
    return {
      compute: (items) =>
        Array.isArray(items) ? items.slice(skip < 0 ? Math.max(0, items.length + skip) : skip).slice(0, limit) : items,
      includes: false,
    };
  }
  if (typeof arg !== 'number') return undefined;
  return {
    compute: (items) => (Array.isArray(items) ? (arg < 0 ? items.slice(arg) : items.slice(0, arg)) : items),
    includes: false,
  };
}

function firstMatching(items: unknown, matches: ReturnType<typeof elementMatches>): unknown {
  if (!Array.isArray(items)) return undefined;
  const item: unknown = items.find((candidate) => matches([candidate]));
  return item === undefined ? undefined : [item];
}

function apply(node: Node, value: unknown, inclusive: boolean, scope: Scope, position: number | undefined): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => apply(node, item, inclusive, scope, position));
    return inclusive ? items.filter((item) => item !== undefined) : items;
  }
  if (!isDocument(value)) {
    if (!inclusive) return value;
    return hasComputed(node) ? apply(node, {}, inclusive, scope, position) : undefined;
  }
  const result: Document = {};
  for (const name of Object.keys(value)) {
    const inner = node.children.get(name);
    const kept =
      inner === undefined
        ? inclusive
          ? undefined
          : value[name]
        : project(inner, value[name], inclusive, scope, position);
    if (kept !== undefined) setField(result, name, kept);
  }
  for (const [name, inner] of node.children) {
    if (Object.hasOwn(value, name) || !hasComputed(inner)) continue;
    const made = project(inner, field(value, name), inclusive, scope, position);
    if (made !== undefined) setField(result, name, made);
  }
  return result;
}

function project(node: Node, value: unknown, inclusive: boolean, scope: Scope, position: number | undefined): unknown {
  if (node.compute) return node.compute(value, scope, position);
  if (node.include !== undefined) return node.include ? value : undefined;
  return apply(node, value, inclusive, scope, position);
}

function hasComputed(node: Node): boolean {
  return node.compute !== undefined || [...node.children.values()].some(hasComputed);
}
