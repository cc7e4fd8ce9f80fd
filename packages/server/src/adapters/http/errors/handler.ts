import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { Refusal } from '../../../application/refusal.ts';
import { letOriginRead } from '../cors.ts';
import type { HttpResponse } from '../exchange.ts';
import { asRefusal } from './as-refusal.ts';
import { errorTable } from './table.ts';

const internal = new Refusal('INTERNAL', 'See the log for this request id.');

/**
 * Writes every error, in the one shape of the contract. What is nobody's fault but ours is logged in full and told without a word of what
 * it was.
 */
export const errorHandler = (logger: Logger): ErrorRequestHandler => {
  return (error: unknown, request, anyResponse, next) => {
    const response = anyResponse as HttpResponse;
    const { exchange } = response.locals;
    const refusal = asRefusal(error) ?? internal;
    exchange.code = refusal.code;
    if (refusal === internal)
      logger.error({ err: error, requestId: exchange.requestId, operationId: exchange.operation?.id }, 'unexpected error');
    if (response.headersSent) return next(error);
    const [status, message] = errorTable[refusal.code];
    letOriginRead(request.headers.origin, response);
    response.setHeader('Cache-Control', 'no-store');
    const { code, detail, details, retryAfter } = refusal;
    if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
    const body = { success: false, message, code, error: detail, ...(details && { details }), requestId: exchange.requestId };
    response.status(status).type('application/json').send(JSON.stringify(body));
  };
};
