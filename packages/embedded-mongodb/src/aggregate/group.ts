import { CommandError } from '../errors.ts';
import { compileExpression } from '../expression/compile.ts';
import { rootScope, type Variables } from '../expression/scope.ts';
import { isDocument, type Document } from '../values/document.ts';
import { identity } from '../values/value-set.ts';
import { accumulators } from './accumulators.ts';
import type { Stage } from './stage.ts';

/** `$group`: groups come in the order of their first document. A missing `_id` groups as null. */
export function compileGroup(spec: unknown, variables: Variables): Stage {
  if (!isDocument(spec)) throw new CommandError(15947, "a group's fields must be specified in an object");
  if (!('_id' in spec)) throw new CommandError(15955, 'a group specification must include an _id');
  const id = compileExpression(spec['_id']);
  const fields = Object.entries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => ({ name, ...accumulatorOf(name, value) }));
  return () => {
    const groups = new Map<string, { id: unknown; accumulators: ReturnType<(typeof fields)[number]['start']>[] }>();
    const add = (document: Document) => {
      const scope = rootScope(document, variables);
      const value = id(scope) ?? null;
      const key = identity(value);
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { id: value, accumulators: fields.map(({ start }) => start()) }));
      for (let at = 0; at < fields.length; at++) group.accumulators[at]!.add(fields[at]!.expression(scope));
    };
    return {
      take: (documents) => {
        for (const document of documents) add(document);
        return [];
      },
      end: () =>
        [...groups.values()].map((group) => ({
          _id: group.id,
          ...Object.fromEntries(fields.map(({ name }, at) => [name, group.accumulators[at]?.result()])),
        })),
    };
  };
}

function accumulatorOf(name: string, value: unknown) {
  if (name.includes('.')) throw new CommandError(40235, `The field name '${name}' cannot contain '.'`);
  const [operator, ...others] = isDocument(value) ? Object.keys(value) : [];
  if (operator === undefined || !operator.startsWith('$'))
    throw new CommandError(40234, `The field '${name}' must be an accumulator object`);
  if (others.length > 0) throw new CommandError(40238, `The field '${name}' must specify one accumulator`);
  const operand = (value as Document)[operator];
  if (operator === '$count')
    return { start: accumulators['$sum'] as (typeof accumulators)[string], expression: () => 1 };
  const start = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!start) throw new CommandError(15952, `unknown group operator '${operator}'`);
  return { start, expression: compileExpression(operand) };
}
