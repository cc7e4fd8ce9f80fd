import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { middleware } from 'express-openapi-validator';
import { Refusal } from '../../../application/kernel/refusal.ts';
import type { OpenApiDocument } from '../spec/document.ts';
import type { Operation } from '../spec/operations.ts';
import { formats } from './formats.ts';
import { holdsMoreThan, longListIn } from './size.ts';
import { specForValidator } from './spec-for-validator.ts';

type Options = Parameters<typeof middleware>[0];

/**
 * Values in a body up to which everything that is wrong with it is told. To gather that, the validator copies what it
 * has found for each item of a list, so its time grows with the square; beyond, it stops at the first thing that is
 * wrong.
 */
const MAX_VALUES_FOR_ALL_ERRORS = 500;

const build = (spec: OpenApiDocument, path: string, validateResponses: boolean, allErrors: boolean): RequestHandler[] =>
  middleware({
    apiSpec: specForValidator(spec, path, validateResponses) as unknown as Options['apiSpec'],
    validateApiSpec: false,
    validateSecurity: false,
    validateRequests: { allErrors },
    validateResponses: validateResponses && { allErrors: true },
    fileUploader: false,
    ajvFormats: { mode: 'full' },
    formats: Object.fromEntries(
      Object.entries(formats).map(([name, validate]) => [name, { type: 'string', validate }]),
    ),
  });

const run = (
  steps: readonly RequestHandler[],
  at: number,
  request: Request,
  response: Response,
  next: NextFunction,
): void => {
  const step = steps[at];
  if (!step) return next();
  void step(request, response, (error?: unknown) =>
    error ? next(error) : run(steps, at + 1, request, response, next),
  );
};

/**
 * Holds one path of the contract against the requests, and against the answers when asked. One validator per path: with
 * the whole contract it would try every path's pattern anew for each request, which costs more than the rest of a read.
 * Each is built (some 30 ms) when its path is first asked for, since all of them would be most of the time that a
 * server takes to start; the one for large bodies when the first of them comes.
 */
export function validatorFor(spec: OpenApiDocument, path: string, validateResponses: boolean): RequestHandler {
  let tellingAll: RequestHandler[] | undefined;
  let tellingFirst: RequestHandler[] | undefined;
  return (request, response, next) => {
    const steps = holdsMoreThan(request.body, MAX_VALUES_FOR_ALL_ERRORS)
      ? (tellingFirst ??= build(spec, path, validateResponses, false))
      : (tellingAll ??= build(spec, path, validateResponses, true));
    run(steps, 0, request, response, next);
  };
}

/**
 * Refuses a body with a list that is longer than the contract allows, before anybody looks at the items.
 * @throws Refusal INVALID_REQUEST
 */
export function refuseLongLists(spec: OpenApiDocument, { path, method }: Operation): RequestHandler {
  const schema = spec.paths[path]![method]!.requestBody?.content['application/json']?.schema;
  return (request, _response, next) => {
    const long = schema && longListIn(spec, schema, request.body);
    if (!long) return next();
    const problem = { path: long.path.join('.') || 'body', message: `must NOT have more than ${long.most} items` };
    throw new Refusal('INVALID_REQUEST', `${problem.path} ${problem.message}`, { problems: [problem] });
  };
}

/**
 * A number as people write it: no `Infinity`, which the validator lets through whatever the bounds, no `0x10` and no
 * blanks.
 */
const WRITTEN_NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/**
 * Refuses what is no number where the query takes one.
 * @throws Refusal INVALID_REQUEST
 */
export function refuseOddNumbers({ parameters }: Operation): RequestHandler {
  const numbers = parameters.filter(
    (one) => one.in === 'query' && (one.schema.type === 'integer' || one.schema.type === 'number'),
  );
  return ({ query }, _response, next) => {
    const odd = numbers.find(
      ({ name }) => typeof query[name] === 'string' && query[name] !== '' && !WRITTEN_NUMBER.test(query[name]),
    );
    if (!odd) return next();
    const problem = { path: odd.name, message: `must be ${String(odd.schema.type)}` };
    throw new Refusal('INVALID_REQUEST', `${problem.path} ${problem.message}`, { problems: [problem] });
  };
}
