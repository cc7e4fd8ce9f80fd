import { CommandError, failedToParse, notImplemented } from '../errors.ts';
import { compilePipeline } from '../aggregate/pipeline.ts';
import { outcome } from '../aggregate/stage.ts';
import type { Variables } from '../expression/scope.ts';
import { isDocument, type Document } from '../values/document.ts';
import { compileModifiers, refuseChangedId, type Update } from './operators.ts';
import type { ArrayFilters } from './paths.ts';

const updateStages = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

/**
 * Compiles what stands under `u` of an update: modifiers, a pipeline, or a whole document.
 * @throws CommandError FailedToParse on a mixture or on `multi` with a whole document
 */
export function compileUpdate(
  update: unknown,
  arrayFilters: ArrayFilters,
  variables: Variables,
  multi: boolean,
): Update {
  if (Array.isArray(update)) {
    if (arrayFilters.size > 0) throw failedToParse('arrayFilters may not be specified for pipeline-syle updates');
    return compilePipelineUpdate(update, variables);
  }
  if (!isDocument(update)) throw failedToParse('Update argument must be either an object or an array');
  if (isModifiers(update)) return compileModifiers(update, arrayFilters);
  if (multi) throw failedToParse('multi update is not supported for replacement-style update');
  if (arrayFilters.size > 0) throw failedToParse('arrayFilters may not be specified for replacement-style updates');
  return (document) => replacement(document, update);
}

/** Returns whether an update document holds modifiers; otherwise it takes the place of the document. */
export function isModifiers(update: Document): boolean {
  return Object.keys(update)[0]?.startsWith('$') === true;
}

function replacement(document: Document, update: Document): Document {
  const dollar = Object.keys(update).find((name) => name.startsWith('$'));
  if (dollar !== undefined)
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document`,
    );
  const next: Document = document['_id'] === undefined ? { ...update } : { _id: document['_id'], ...update };
  refuseChangedId(document, next);
  return next;
}

function compilePipelineUpdate(stages: readonly unknown[], variables: Variables): Update {
  for (const stage of stages) {
    const name = isDocument(stage) ? Object.keys(stage)[0] : undefined;
    if (name !== undefined && !updateStages.has(name))
      throw new CommandError('InvalidOptions', `${name} is not allowed to be used within an update`);
  }
  const run = compilePipeline(stages, {
    collection: () => {
      throw notImplemented('reading another collection in an update');
    },
    variables,
  });
  return (document) => {
    const next = outcome(run, [document])[0] as Document;
    const { _id: id = document['_id'], ...rest } = next;
    const result = id === undefined ? rest : { _id: id, ...rest };
    refuseChangedId(document, result);
    return result;
  };
}
