import { CommandError } from '../errors.ts';
import { field, isDocument, setField, type Document } from '../values/document.ts';
import { typeAlias } from '../values/kind.ts';
import { checkNames, fixed, isNullish, type Operators } from './operator.ts';

/** Merges documents left to right; null and missing ones are skipped. Shared with the accumulator. */
export function mergeObjects(values: readonly unknown[]): Document {
  const merged: Document = {};
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!isDocument(value))
      throw new CommandError(40400, `$mergeObjects requires object inputs, but input is of type ${typeAlias(value)}`);
    for (const [name, item] of Object.entries(value)) setField(merged, name, item);
  }
  return merged;
}

/** Documents as values. */
export const objectOperators: Operators = {
  $mergeObjects: (operand, compile) => {
    const args = (Array.isArray(operand) ? operand : [operand]).map(compile);
    return (scope) => mergeObjects(args.map((arg) => arg(scope)));
  },
  $objectToArray: fixed('$objectToArray', 1, 1, ([value]) => {
    if (isNullish(value)) return null;
    if (!isDocument(value))
      throw new CommandError(40390, `$objectToArray requires a document input, found: ${typeAlias(value)}`);
    return Object.entries(value).map(([k, v]) => ({ k, v }));
  }),
  $getField: (operand, compile) => {
    const short = typeof operand === 'string' || (isDocument(operand) && '$literal' in operand);
    const { field: name, input } = short
      ? { field: operand, input: '$$CURRENT' }
      : checkNames('$getField', operand, ['field', 'input'], []);
    const [key, source] = [compile(name), compile(input)];
    return (scope) => {
      const [fieldName, value] = [key(scope), source(scope)];
      if (typeof fieldName !== 'string')
        throw new CommandError(5654602, `$getField requires 'field' to evaluate to type String`);
      return isDocument(value) ? field(value, fieldName) : isNullish(value) ? value : undefined;
    };
  },
  $setField: (operand, compile) => {
    const { field: name, input, value } = checkNames('$setField', operand, ['field', 'input', 'value'], []);
    const [key, source, item] = [compile(name), compile(input), compile(value)];
    return (scope) => withField(key(scope), source(scope), item(scope));
  },
  $unsetField: (operand, compile) => {
    const { field: name, input } = checkNames('$unsetField', operand, ['field', 'input'], []);
    const [key, source] = [compile(name), compile(input)];
    return (scope) => withField(key(scope), source(scope), undefined);
  },
};

function withField(name: unknown, source: unknown, value: unknown): unknown {
  if (isNullish(source)) return null;
  if (!isDocument(source)) throw new CommandError(4161105, `$setField requires 'input' to evaluate to type Object`);
  if (typeof name !== 'string')
    throw new CommandError(4161106, `$setField requires 'field' to be a constant of type String`);
  const copy: Document = { ...source };
  if (value === undefined) delete copy[name];
  else setField(copy, name, value);
  return copy;
}
