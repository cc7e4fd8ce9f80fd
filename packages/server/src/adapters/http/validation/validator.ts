import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { middleware } from 'express-openapi-validator';
import type { OpenApiDocument } from '../spec/document.ts';
import { formats } from './formats.ts';
import { specForValidator } from './spec-for-validator.ts';

type Options = Parameters<typeof middleware>[0];

const build = (spec: OpenApiDocument, path: string, validateResponses: boolean): RequestHandler[] =>
  middleware({
    apiSpec: specForValidator(spec, path, validateResponses) as unknown as Options['apiSpec'],
    validateApiSpec: false,
    validateSecurity: false,
    validateRequests: { allErrors: true },
    validateResponses: validateResponses && { allErrors: true },
    fileUploader: false,
    ajvFormats: { mode: 'full' },
    formats: Object.fromEntries(Object.entries(formats).map(([name, validate]) => [name, { type: 'string', validate }])),
  });

const run = (steps: readonly RequestHandler[], at: number, request: Request, response: Response, next: NextFunction): void => {
  const step = steps[at];
  if (!step) return next();
  void step(request, response, (error?: unknown) => (error ? next(error) : run(steps, at + 1, request, response, next)));
};

/**
 * Holds one path of the contract against the requests, and against the answers when asked. One validator per path: with the whole contract
 * it would try every path's pattern anew for each request, which costs more than the rest of a read. Each is built (some 30 ms) when its
 * path is first asked for, since all of them would be most of the time that a server takes to start.
 */
export const validatorFor = (spec: OpenApiDocument, path: string, validateResponses: boolean): RequestHandler => {
  let steps: RequestHandler[] | undefined;
  return (request, response, next) => run((steps ??= build(spec, path, validateResponses)), 0, request, response, next);
};
