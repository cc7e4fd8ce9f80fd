import type { RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import type { OpenApiDocument } from '../spec/document.ts';
import { formats } from './formats.ts';
import { specForValidator } from './spec-for-validator.ts';

type Options = Parameters<typeof middleware>[0];

/**
 * The steps that hold one path of the contract against the requests, and against the answers when asked. One validator per path: with the
 * whole contract it would try every path's pattern anew for each request, which costs more than the rest of a read.
 */
export const validatorFor = (spec: OpenApiDocument, path: string, validateResponses: boolean): RequestHandler[] =>
  middleware({
    apiSpec: specForValidator(spec, path) as unknown as Options['apiSpec'],
    validateApiSpec: false,
    validateSecurity: false,
    validateRequests: { allErrors: true },
    validateResponses: validateResponses && { allErrors: true },
    fileUploader: false,
    ajvFormats: { mode: 'full' },
    formats: Object.fromEntries(Object.entries(formats).map(([name, validate]) => [name, { type: 'string', validate }])),
  });
