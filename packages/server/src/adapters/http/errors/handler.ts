import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { Refusal } from '../../../application/kernel/refusal.ts';
import { allowOrigin } from '../cors.ts';
import type { HttpResponse } from '../request-state.ts';
import { asRefusal } from './as-refusal.ts';
import { errorTable } from './table.ts';
import { traceOf } from './trace-of.ts';
import { withWait } from './with-wait.ts';

const internal = new Refusal('INTERNAL', 'See the log for this request id.');

/**
 * Writes every error, in the one shape of the contract. The server's own faults are logged by their place in the code;
 * neither answer nor log has a word of the error's message.
 */
export function errorHandler(
  logger: Logger,
  storeFailureOf: (error: unknown) => string | undefined,
): ErrorRequestHandler {
  return (error: unknown, request, anyResponse, next) => {
    const response = anyResponse as HttpResponse;
    const { state } = response.locals;
    const refusal = asRefusal(error, storeFailureOf) ?? internal;
    state.code = refusal.code;
    const where = { requestId: state.requestId, operationId: state.operation?.id };
    if (refusal === internal) logger.error({ err: traceOf(error), ...where }, 'unexpected error');
    else if (refusal !== error && refusal.code === 'NOT_READY')
      logger.warn({ err: traceOf(error), ...where }, 'the store did not do it');
    if (response.headersSent) return next(error);
    const [status, sentence] = errorTable[refusal.code];
    allowOrigin(request.headers.origin, response);
    response.setHeader('Cache-Control', 'no-store');
    const { code, detail, details, retryAfter } = refusal;
    if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
    const body = {
      success: false,
      message: withWait(sentence, response.getHeader('Retry-After')),
      code,
      error: detail,
      ...(details && { details }),
      requestId: state.requestId,
    };
    response.status(status).type('application/json').send(JSON.stringify(body));
  };
}
