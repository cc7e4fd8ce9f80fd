import { isDocument, type Document } from '../values/document.ts';
import { equal } from '../values/compare.ts';
import { compileFilter, hasOperators } from './filter.ts';

/**
 * Returns whether every document that a filter finds is certainly in a partial index. Only direct implications count:
 * the same condition, or one value that passes it.
 */
export function implies(filter: Document, partial: Document): boolean {
  const clauses = clausesOf(filter);
  return clausesOf(partial).every((wanted) =>
    clauses.some((given) => given.path === wanted.path && impliesClause(given.operand, wanted.operand)),
  );
}

interface Clause {
  readonly path: string;
  readonly operand: unknown;
}

/** Returns a filter as single conditions: `$and` flattened, several operators on one path split. */
function clausesOf(filter: Document): Clause[] {
  return Object.entries(filter).flatMap(([path, operand]): Clause[] => {
    if (path === '$and' && Array.isArray(operand))
      return operand.flatMap((clause: unknown) => (isDocument(clause) ? clausesOf(clause) : []));
    if (!hasOperators(operand)) return [{ path, operand: { $eq: operand } }];
    return Object.entries(operand).map(([name, value]) => ({ path, operand: { [name]: value } }));
  });
}

function impliesClause(given: unknown, wanted: unknown): boolean {
  if (equal(given, wanted)) return true;
  if (!isDocument(given) || !isDocument(wanted)) return false;
  const passes = (value: unknown) => compileFilter({ value: wanted })({ value });
  if ('$eq' in given) return given['$eq'] !== null && passes(given['$eq']);
  if ('$in' in given && Array.isArray(given['$in']))
    return given['$in'].every((value: unknown) => value !== null && passes(value));
  const ranged = ['$gt', '$gte', '$lt', '$lte'].some((name) => name in given && given[name] !== null);
  return ranged && wanted['$exists'] === true;
}
