import { Router } from 'express';
import type { Step } from './request-state.ts';
import type { OpenApiDocument } from './spec/document.ts';
import { operationsForOthers, routesOf } from './spec/operations.ts';

/**
 * Names the operations that programs of others call, for the log and the metrics. They are answered by the routers that
 * are mounted beside the API, since neither keys nor envelope nor validation of JSON are for them.
 */
export function nameForOthers(spec: OpenApiDocument): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const operation of operationsForOthers(spec)) {
    const name: Step = (_request, response, next) => {
      response.locals.state.operation = operation;
      next();
    };
    for (const route of routesOf(operation)) router[operation.method](route, name as never);
  }
  return router;
}
