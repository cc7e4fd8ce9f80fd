import { compileExpression } from '../expression/compile.ts';
import { rootScope, type Expression, type Scope, type Variables } from '../expression/scope.ts';
import { field, isDocument, setField, type Document } from '../values/document.ts';
import { CommandError } from '../errors.ts';

/** Fields to set inside of a document: an expression, or more fields further down. */
type Tree = Map<string, Tree | Expression>;

/** `$addFields` and `$set`: dotted paths and nested documents reach into documents and into each element of arrays. */
export function compileAddFields(spec: unknown, variables: Variables): (document: Document) => Document {
  if (!isDocument(spec)) throw new CommandError(40272, '$addFields specification stage must be an object');
  const tree: Tree = new Map();
  for (const [path, value] of Object.entries(spec)) plant(tree, path.split('.'), value);
  return (document) => grow(tree, document, rootScope(document, variables)) as Document;
}

function plant(tree: Tree, parts: readonly string[], value: unknown): void {
  const [name, ...rest] = parts as [string, ...string[]];
  const nested =
    rest.length > 0 ||
    (isDocument(value) && Object.keys(value).length > 0 && !Object.keys(value).some((key) => key.startsWith('$')));
  const known = tree.get(name);
  if (known !== undefined && !(nested && known instanceof Map))
    throw new CommandError(40176, `specification contains two conflicting paths at ${name}`);
  if (!nested) {
    tree.set(name, compileExpression(value));
    return;
  }
  const inner: Tree = known ?? new Map<string, Tree | Expression>();
  tree.set(name, inner);
  if (rest.length > 0) plant(inner, rest, value);
  else for (const [path, item] of Object.entries(value as Document)) plant(inner, path.split('.'), item);
}

function grow(tree: Tree, value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => grow(tree, item, scope));
  const result: Document = isDocument(value) ? { ...value } : {};
  for (const [name, inner] of tree) {
    const made = inner instanceof Map ? grow(inner, field(result, name), scope) : inner(scope);
    if (made === undefined) delete result[name];
    else setField(result, name, made);
  }
  return result;
}
