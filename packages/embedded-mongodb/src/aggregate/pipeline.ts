import { CommandError, badValue, notImplemented } from '../errors.ts';
import { compileExpression } from '../expression/compile.ts';
import { checkNames } from '../expression/operator.ts';
import { rootScope, type Variables } from '../expression/scope.ts';
import { compileFilter } from '../query/filter.ts';
import { asNumber } from '../query/operators.ts';
import { isDocument, type Document } from '../values/document.ts';
import { typeAlias } from '../values/kind.ts';
import { compileAddFields } from './add-fields.ts';
import { compileBucket } from './bucket.ts';
import { compileGroup } from './group.ts';
import { compileLookup } from './lookup.ts';
import { compileProjection } from './projection.ts';
import { sorted, sortFields } from './sort.ts';
import { gathering, inOrder, outcome, passing, type PipelineContext, type Stage } from './stage.ts';
import { compileUnwind } from './unwind.ts';

/** Stages that MongoDB has and this server rejects. */
const missing = new Set([
  ...[
    '$out',
    '$merge',
    '$graphLookup',
    '$setWindowFields',
    '$bucketAuto',
    '$densify',
    '$fill',
    '$redact',
    '$geoNear',
    '$search',
    '$changeStream',
  ],
  ...['$collStats', '$indexStats', '$currentOp', '$documents', '$listSessions', '$planCacheStats'],
]);

const stages: Readonly<Record<string, (spec: unknown, context: PipelineContext) => Stage>> = {
  $match: (spec, { variables }) => {
    if (!isDocument(spec)) throw new CommandError(15959, 'the match filter must be an expression in an object');
    const matches = compileFilter(spec, variables);
    return passing((documents) => documents.filter((document) => matches(document)));
  },
  $project: (spec, { variables }) => {
    if (!isDocument(spec) || Object.keys(spec).length === 0)
      throw new CommandError(51272, 'projection specification must have at least one field');
    const project = compileProjection(spec, variables);
    return each(project);
  },
  $addFields: (spec, { variables }) => each(compileAddFields(spec, variables)),
  $set: (spec, { variables }) => each(compileAddFields(spec, variables)),
  $unset: (spec, { variables }) => {
    const paths: unknown[] = Array.isArray(spec) ? spec : [spec];
    if (paths.length === 0 || paths.some((path) => typeof path !== 'string'))
      throw new CommandError(31002, '$unset specification must be a string or an array of strings');
    return each(compileProjection(Object.fromEntries(paths.map((path) => [String(path), false])), variables));
  },
  $sort: (spec) => {
    if (!isDocument(spec) || Object.keys(spec).length === 0)
      throw new CommandError(15976, '$sort stage must have at least one sort key');
    sortFields(spec);
    return gathering((documents) => sorted(documents, spec, (document) => document));
  },
  $limit: (spec) => {
    const limit = count('$limit', spec);
    if (limit === 0) throw new CommandError(15958, 'the limit must be positive');
    return between(0, limit);
  },
  $skip: (spec) => {
    const skip = count('$skip', spec);
    return between(skip, Infinity);
  },
  $count: (spec) => {
    if (typeof spec !== 'string' || spec === '' || spec.startsWith('$') || spec.includes('.'))
      throw new CommandError(40156, 'the count field must be a non-empty string without $ and .');
    return () => {
      let total = 0;
      return {
        take: (documents) => {
          total += documents.length;
          return [];
        },
        end: () => (total === 0 ? [] : [{ [spec]: total }]),
      };
    };
  },
  $group: (spec, { variables }) => compileGroup(spec, variables),
  $bucket: (spec, { variables }) => gathering(compileBucket(spec, variables)),
  $sortByCount: (spec, { variables }) => {
    const group = compileGroup({ _id: spec, count: { $sum: 1 } }, variables);
    return inOrder([group, gathering((documents) => sorted(documents, { count: -1 }, (document) => document))]);
  },
  $unwind: (spec) => passing(compileUnwind(spec)),
  $replaceRoot: (spec, { variables }) =>
    replaceRoot(checkNames('$replaceRoot', spec, ['newRoot'], [])['newRoot'], variables),
  $replaceWith: (spec, { variables }) => replaceRoot(spec, variables),
  $lookup: (spec, context) => passing(compileLookup(spec, context, compilePipeline)),
  $facet: (spec, context) => {
    if (!isDocument(spec) || Object.keys(spec).length === 0)
      throw new CommandError(40169, 'the $facet specification must be a non-empty object');
    const facets = Object.entries(spec).map(([name, pipeline]) => [name, compilePipeline(pipeline, context)] as const);
    return gathering((documents) => [
      Object.fromEntries(facets.map(([name, run]) => [name, [...outcome(run, documents)]])),
    ]);
  },
  $unionWith: (spec, context) => {
    const { coll, pipeline = [] } =
      typeof spec === 'string' ? { coll: spec } : checkNames('$unionWith', spec, ['coll'], ['pipeline']);
    const run = compilePipeline(pipeline, context);
    return () => ({ take: (documents) => documents, end: () => outcome(run, context.collection(String(coll), {})) });
  },
  $sample: (spec) => {
    const size = count('$sample', checkNames('$sample', spec, ['size'], [])['size']);
    return gathering((documents) => {
      const rest = [...documents];
      return Array.from(
        { length: Math.min(size, rest.length) },
        () => rest.splice(Math.floor(Math.random() * rest.length), 1)[0] as Document,
      );
    });
  },
};

/**
 * Compiles an aggregation pipeline.
 * @throws CommandError Location40324 for an unknown stage, NotImplemented for one left out here
 */
export function compilePipeline(pipeline: unknown, context: PipelineContext): Stage {
  if (!Array.isArray(pipeline))
    throw new CommandError('TypeMismatch', "'pipeline' option must be specified as an array");
  const compiled = pipeline.map((stage: unknown) => {
    const [name, ...others] = isDocument(stage) ? Object.keys(stage) : [];
    if (name === undefined || others.length > 0)
      throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
    if (missing.has(name)) throw notImplemented(name);
    if (!Object.hasOwn(stages, name))
      throw new CommandError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
    return (stages[name] as (typeof stages)[string])((stage as Document)[name], context);
  });
  return inOrder(compiled);
}

function each(change: (document: Document) => Document): Stage {
  return passing((documents) => documents.map((document) => change(document)));
}

/** Returns a stage that passes the documents from `start` to `end`, counted from 0. */
function between(start: number, end: number): Stage {
  return () => {
    let at = 0;
    return {
      take: (documents) => {
        const first = at;
        at += documents.length;
        return first >= start && at <= end
          ? documents
          : documents.slice(Math.max(0, start - first), Math.max(0, end - first));
      },
      end: () => [],
    };
  };
}

function count(name: string, value: unknown): number {
  const number = asNumber(value);
  if (number === undefined || !Number.isInteger(number) || number < 0)
    throw badValue(`the ${name} must be a non-negative whole number`);
  return number;
}

function replaceRoot(spec: unknown, variables: Variables): Stage {
  const root = compileExpression(spec);
  return each((document) => {
    const value = root(rootScope(document, variables));
    if (!isDocument(value))
      throw new CommandError(
        40228,
        `'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeAlias(value)}`,
      );
    return value;
  });
}
