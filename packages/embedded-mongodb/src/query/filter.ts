import { badValue, notImplemented } from '../errors.ts';
import { compileExpression } from '../expression/compile.ts';
import { truthy } from '../expression/operator.ts';
import { rootScope, type Variables } from '../expression/scope.ts';
import { isDocument, type Document } from '../values/document.ts';
import { anyOf, bits, equals, matches, modulo, ofSize, ofType, ordered, regularExpression } from './operators.ts';
import { anyAt, type Position, type ValueTest } from './path.ts';

/** Returns whether a filter finds a document. When given, `position` receives which array element matched. */
export type Filter = (document: unknown, position?: Position) => boolean;

/**
 * Compiles a query filter of `find`.
 * @param variables values of `let`, for `$expr`
 * @throws CommandError BadValue for operators that do not exist or are malformed, NotImplemented for those left out
 * here
 */
export function compileFilter(filter: Document, variables: Variables = {}): Filter {
  return all(
    Object.entries(filter).map(([name, operand]) =>
      name.startsWith('$') ? topLevel(name, operand, variables) : atPath(name, operand, variables),
    ),
  );
}

function all(filters: readonly Filter[]): Filter {
  if (filters.length === 1) return filters[0] as Filter;
  return (document, position) => filters.every((filter) => filter(document, position));
}

function topLevel(name: string, operand: unknown, variables: Variables): Filter {
  switch (name) {
    case '$and':
      return all(clauses(name, operand, variables));
    case '$or': {
      const filters = clauses(name, operand, variables);
      return (document, position) => filters.some((filter) => filter(document, position));
    }
    case '$nor': {
      const filters = clauses(name, operand, variables);
      return (document) => !filters.some((filter) => filter(document));
    }
    case '$expr': {
      const expression = compileExpression(operand);
      return (document) => truthy(expression(rootScope(document, variables)));
    }
    case '$comment':
      return () => true;
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw notImplemented(name);
    default:
      throw badValue(
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

function clauses(name: string, operand: unknown, variables: Variables): Filter[] {
  if (!Array.isArray(operand)) throw badValue(`${name} must be an array`);
  if (operand.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return operand.map((clause) => {
    if (!isDocument(clause)) throw badValue('$or/$and/$nor entries need to be full objects');
    return compileFilter(clause, variables);
  });
}

function atPath(path: string, operand: unknown, variables: Variables): Filter {
  return all(conditions(path.split('.'), operand, variables));
}

/** Returns whether an operand is a set of operators (`{ $gt: 1 }`) rather than a value to be equal to. */
export function hasOperators(operand: unknown): operand is Document {
  if (!isDocument(operand)) return false;
  const first = Object.keys(operand)[0];
  return first?.startsWith('$') === true && !['$ref', '$id', '$db'].includes(first);
}

/** Compiles what an operand demands of the values at a path; without parts, of the value itself. */
function conditions(parts: readonly string[], operand: unknown, variables: Variables): Filter[] {
  if (operand instanceof RegExp) return [found(parts, matches(operand))];
  if (!hasOperators(operand)) return [found(parts, equals(operand))];
  return Object.entries(operand)
    .filter(([name]) => name !== '$options' || !('$regex' in operand))
    .flatMap(([name, value]) => condition(parts, name, value, operand, variables));
}

function found(parts: readonly string[], test: ValueTest): Filter {
  return (document, position) => anyAt(document, parts, 0, test, position);
}

function not(filter: Filter): Filter {
  return (document) => !filter(document);
}

function condition(
  parts: readonly string[],
  name: string,
  operand: unknown,
  siblings: Document,
  variables: Variables,
): Filter | Filter[] {
  switch (name) {
    case '$ne':
      if (operand instanceof RegExp) throw badValue("Can't have regex as arg to $ne.");
      return not(found(parts, equals(operand)));
    case '$nin':
      if (!Array.isArray(operand)) throw badValue('$nin needs an array');
      return not(found(parts, anyOf(operand)));
    case '$not':
      if (!(operand instanceof RegExp) && !hasOperators(operand))
        throw badValue('$not needs a regex or a document of operators');
      return not(all(conditions(parts, operand, variables)));
    case '$exists': {
      const exists = found(parts, (value) => value !== undefined);
      return truthy(operand) ? exists : not(exists);
    }
    case '$all':
      return containsAll(operand, variables).map((test) => found(parts, test));
    default:
      return found(parts, valueTest(name, operand, siblings, variables));
  }
}

function valueTest(name: string, operand: unknown, siblings: Document, variables: Variables): ValueTest {
  switch (name) {
    case '$eq':
      return equals(operand);
    case '$gt':
      return ordered(operand, (order) => order > 0);
    case '$gte':
      return ordered(operand, (order) => order >= 0);
    case '$lt':
      return ordered(operand, (order) => order < 0);
    case '$lte':
      return ordered(operand, (order) => order <= 0);
    case '$in':
      return anyOf(operand);
    case '$regex':
      return matches(regularExpression(operand, siblings['$options']));
    case '$options':
      throw badValue('$options needs a $regex');
    case '$type':
      return ofType(operand);
    case '$mod':
      return modulo(operand);
    case '$size':
      return ofSize(operand);
    case '$elemMatch':
      return elementMatches(operand, variables);
    case '$bitsAllSet':
      return bits(operand, (set, mask) => set === mask);
    case '$bitsAnySet':
      return bits(operand, (set) => set !== 0n);
    case '$bitsAllClear':
      return bits(operand, (set) => set === 0n);
    case '$bitsAnyClear':
      return bits(operand, (set, mask) => set !== mask);
    case '$geoWithin':
    case '$geoIntersects':
    case '$near':
    case '$nearSphere':
      throw notImplemented(name);
    default:
      throw badValue(`unknown operator: ${name}`);
  }
}

/** `$elemMatch` in both forms: a filter for elements that are documents, or operators for elements that are values. */
export function elementMatches(operand: unknown, variables: Variables): ValueTest {
  if (!isDocument(operand)) throw badValue('$elemMatch needs an Object');
  const byValue =
    hasOperators(operand) && !['$and', '$or', '$nor', '$expr'].includes(Object.keys(operand)[0] as string);
  const filter = byValue ? all(conditions([], operand, variables)) : compileFilter(operand, variables);
  return (value, position) => {
    if (!Array.isArray(value)) return false;
    const index = value.findIndex((item) => (byValue || isDocument(item) || Array.isArray(item)) && filter(item));
    if (index >= 0 && position) position.index = index;
    return index >= 0;
  };
}

function containsAll(operand: unknown, variables: Variables): ValueTest[] {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return [() => false];
  return operand.map((item): ValueTest => {
    if (isDocument(item) && '$elemMatch' in item) return elementMatches(item['$elemMatch'], variables);
    return item instanceof RegExp ? matches(item) : equals(item);
  });
}
