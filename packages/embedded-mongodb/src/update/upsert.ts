import { ObjectId } from 'bson';
import { CommandError } from '../errors.ts';
import { hasOperators } from '../query/filter.ts';
import { equal } from '../values/compare.ts';
import { isDocument, type Document } from '../values/document.ts';
import { Draft } from './draft.ts';
import type { Update, UpdateContext } from './operators.ts';

/**
 * Returns the document that an upsert inserts: the filter's equalities, then the update, then an `_id`.
 * @param replaces the update is a whole document, of which the filter gives the `_id` only
 */
export function upserted(filter: Document, update: Update, replaces: boolean, context: UpdateContext): Document {
  const draft = new Draft({});
  for (const [path, value] of equalities(filter)) if (!replaces || path === '_id') draft.set(path.split('.'), value);
  const { _id: id = new ObjectId(), ...rest } = update(draft.root, context);
  return { _id: id, ...rest };
}

function equalities(filter: Document): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [path, value] of listed(filter)) {
    if (found.has(path) && !equal(found.get(path), value))
      throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    found.set(path, value);
  }
  return found;
}

function listed(filter: Document): [string, unknown][] {
  return Object.entries(filter).flatMap(([path, operand]): [string, unknown][] => {
    if (path === '$and' && Array.isArray(operand))
      return operand.flatMap((clause: unknown) => (isDocument(clause) ? listed(clause) : []));
    if (path === '$or' && Array.isArray(operand) && operand.length === 1 && isDocument(operand[0]))
      return listed(operand[0]);
    if (path.startsWith('$')) return [];
    if (!hasOperators(operand)) return operand instanceof RegExp ? [] : [[path, operand]];
    if ('$eq' in operand) return [[path, operand['$eq']]];
    const all = operand['$all'];
    return Array.isArray(all) && all.length === 1 && !hasOperators(all[0]) ? [[path, all[0]]] : [];
  });
}
