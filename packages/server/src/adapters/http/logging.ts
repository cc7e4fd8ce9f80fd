import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { HttpResponse } from './exchange.ts';

/** Says how a request ended and nothing that a visitor or a partner gave us: no address, no query, no header, no body, no id in a path. */
const summaryOf = (response: HttpResponse): object => {
  const { requestId, operation, code, caller } = response.locals.exchange;
  return { requestId, operationId: operation?.id, keyId: caller?.keyId, mode: caller?.mode, status: response.statusCode, code };
};

/** One line per request. */
export const logRequests = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    quietReqLogger: true,
    quietResLogger: true,
    genReqId: (_request, response) => (response as HttpResponse).locals.exchange.requestId,
    serializers: { req: () => undefined, res: () => undefined, err: ({ type }: { type: string }) => ({ type }) },
    customAttributeKeys: { responseTime: 'ms', reqId: 'requestId' },
    customProps: (_request, response) => summaryOf(response as HttpResponse),
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
  });
