import type { Query } from '../query/execute.ts';
import { isDocument, type Document } from '../values/document.ts';

/**
 * Returns the paths that a query and the stages behind it read of each document; undefined when they may read any. Only
 * a `$group` is known to read no more than it names: the stages behind it see groups.
 */
export function pathsRead({ filter, sort }: Query, stages: readonly unknown[]): ReadonlySet<string> | undefined {
  const [first] = stages;
  const group = isDocument(first) ? first['$group'] : undefined;
  if (!isDocument(group)) return undefined;
  const paths = new Set(Object.keys(sort ?? {}));
  return filterReads(filter, paths) && expressionReads(group, paths) ? paths : undefined;
}

/** Adds the paths that a filter reads; returns false when they are not known. */
function filterReads(filter: Document, paths: Set<string>): boolean {
  return Object.entries(filter).every(([name, operand]) => {
    if (name === '$expr') return expressionReads(operand, paths);
    if (['$and', '$or', '$nor'].includes(name))
      return Array.isArray(operand) && operand.every((clause) => isDocument(clause) && filterReads(clause, paths));
    if (name.startsWith('$')) return name === '$comment';
    paths.add(name);
    return true;
  });
}

/**
 * Returns whether an expression reads a document without naming a field as `$field`. `$$NOW` and `$$REMOVE` are no part
 * of a document.
 */
function expressionReads(expression: unknown, paths: Set<string>): boolean {
  if (typeof expression === 'string') {
    if (expression.startsWith('$$')) return expression === '$$NOW' || expression === '$$REMOVE';
    if (expression.startsWith('$')) paths.add(expression.slice(1));
    return true;
  }
  if (Array.isArray(expression)) return expression.every((item) => expressionReads(item, paths));
  if (!isDocument(expression)) return true;
  return Object.entries(expression).every(([name, operand]) => name !== '$getField' && expressionReads(operand, paths));
}
