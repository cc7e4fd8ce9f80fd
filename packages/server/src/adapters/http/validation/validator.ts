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
 * Values in a body up to which all its errors are reported. For that, the validator copies its findings for each item
 * of a list, so its time grows with the square; beyond, it stops at the first error.
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
 * Validates the requests of one path against the contract, and the responses when configured. One validator per path:
 * with the whole contract it would match every path's pattern for each request, which costs more than the rest of a
 * read. Each is built (some 30 ms) for the first request of its path, since all of them would take most of a server's
 * start; the one for large bodies for the first of them.
 */
export function validatorFor(spec: OpenApiDocument, path: string, validateResponses: boolean): RequestHandler {
  let withAllErrors: RequestHandler[] | undefined;
  let firstError: RequestHandler[] | undefined;
  return (request, response, next) => {
    const steps = holdsMoreThan(request.body, MAX_VALUES_FOR_ALL_ERRORS)
      ? (firstError ??= build(spec, path, validateResponses, false))
      : (withAllErrors ??= build(spec, path, validateResponses, true));
    run(steps, 0, request, response, next);
  };
}

/**
 * Rejects a body with a list that is longer than the contract allows, before its items are visited.
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
 * A number as people write it: no `Infinity`, which the validator accepts despite the bounds, no `0x10` and no blanks.
 */
const WRITTEN_NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/**
 * Rejects a text that is no number where the query takes one.
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
