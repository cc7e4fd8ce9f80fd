import { CommandError } from '../errors.ts';
import { compileExpression } from '../expression/compile.ts';
import { checkNames } from '../expression/operator.ts';
import { rootScope, type Variables } from '../expression/scope.ts';
import { compare } from '../values/compare.ts';
import type { Document } from '../values/document.ts';
import { compileGroup } from './group.ts';
import { sorted } from './sort.ts';
import { outcome } from './stage.ts';

/**
 * `$bucket`: a group for each range between two boundaries, the lower one included, and one for all that lies outside.
 */
export function compileBucket(spec: unknown, variables: Variables): (documents: readonly Document[]) => Document[] {
  const options = checkNames('$bucket', spec, ['groupBy', 'boundaries'], ['default', 'output']);
  const { boundaries, default: fallback, output = { count: { $sum: 1 } } } = options;
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new CommandError(40192, "The $bucket 'boundaries' field must have at least 2 values");
  if (boundaries.some((value, at) => at > 0 && compare(boundaries[at - 1], value) >= 0))
    throw new CommandError(40194, "The 'boundaries' option to $bucket must be sorted");
  const by = compileExpression(options['groupBy']);
  return (documents) => {
    const groups = new Map<unknown, Document[]>();
    for (const document of documents) {
      const value = by(rootScope(document, variables)) ?? null;
      const at = boundaries.findLastIndex((boundary) => compare(boundary, value) <= 0);
      const inside = at >= 0 && at < boundaries.length - 1;
      if (!inside && !('default' in options))
        throw new CommandError(
          40066,
          '$bucket could not find a matching branch for an input, and no default was specified.',
        );
      const bucket: unknown = inside ? boundaries[at] : fallback;
      groups.set(bucket, [...(groups.get(bucket) ?? []), document]);
    }
    const rows = [...groups].flatMap(([bucket, members]) =>
      outcome(compileGroup({ _id: { $literal: bucket }, ...(output as Document) }, variables), members),
    );
    return sorted(rows, { _id: 1 }, (row) => row);
  };
}
