import { CommandError } from '../errors.ts';
import { checkNames } from '../expression/operator.ts';
import { compileExpression, valueAt } from '../expression/compile.ts';
import { rootScope, type Variables } from '../expression/scope.ts';
import { isDocument, type Document } from '../values/document.ts';
import { outcome, type CompilePipeline, type PipelineContext } from './stage.ts';

/** `$lookup`: by equal fields, by a pipeline with `let`, or by both. */
export function compileLookup(
  spec: unknown,
  context: PipelineContext,
  compilePipeline: CompilePipeline,
): (documents: readonly Document[]) => Document[] {
  const {
    from,
    as,
    localField,
    foreignField,
    let: bindings,
    pipeline,
  } = checkNames('$lookup', spec, ['from', 'as'], ['localField', 'foreignField', 'let', 'pipeline']);
  if (typeof from !== 'string' || typeof as !== 'string')
    throw new CommandError('FailedToParse', '$lookup needs from and as to be strings');
  if ((localField === undefined) !== (foreignField === undefined))
    throw new CommandError('FailedToParse', '$lookup requires both or neither of localField and foreignField');
  if (localField === undefined && !Array.isArray(pipeline))
    throw new CommandError('FailedToParse', '$lookup requires either localField and foreignField or a pipeline');
  const stages: readonly unknown[] = Array.isArray(pipeline) ? pipeline : [];
  const variables = Object.entries(isDocument(bindings) ? bindings : {}).map(
    ([name, value]) => [name, compileExpression(value)] as const,
  );
  const bound = (document: Document): Variables => {
    const scope = rootScope(document, context.variables);
    return { ...context.variables, ...Object.fromEntries(variables.map(([name, value]) => [name, value(scope)])) };
  };
  compilePipeline(stages, context);
  return (documents) =>
    documents.map((document) => {
      const filter =
        typeof localField === 'string'
          ? { [String(foreignField)]: joined(valueAt(document, localField.split('.'), 0)) }
          : {};
      const found = context.collection(from, filter);
      const result =
        stages.length === 0
          ? found
          : outcome(compilePipeline(stages, { ...context, variables: bound(document) }), found);
      return put(document, as.split('.'), [...result]);
    });
}

/**
 * Returns the filter of a local value: an array joins by each of its elements; a missing field joins with null and
 * missing ones.
 */
function joined(local: unknown): unknown {
  return Array.isArray(local)
    ? { $in: local.map((item: unknown) => (item instanceof RegExp ? { $eq: item } : item)) }
    : { $eq: local ?? null };
}

function put(document: Document, parts: readonly string[], value: unknown): Document {
  const [name, ...rest] = parts as [string, ...string[]];
  const inner = document[name];
  return { ...document, [name]: rest.length === 0 ? value : put(isDocument(inner) ? inner : {}, rest, value) };
}
