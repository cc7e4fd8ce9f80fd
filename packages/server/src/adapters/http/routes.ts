import { Router, type RequestHandler } from 'express';
import { answer } from './answer.ts';
import { createAuthenticate } from './auth/authenticate.ts';
import { readBody } from './body.ts';
import { vary } from './cors.ts';
import type { HttpDeps } from './deps.ts';
import type { Step } from './request-state.ts';
import { createFloods } from './floods.ts';
import type { Metrics } from './metrics.ts';
import { ownOperations, type OwnOperationId } from './own-operations.ts';
import { operationsOf, type Operation } from './spec/operations.ts';
import { count, identify } from './steps.ts';
import { cleanTexts } from './validation/clean-texts.ts';
import { refuseLongLists, refuseOddNumbers, validatorFor } from './validation/validator.ts';

const name =
  (operation: Operation): Step =>
  (_request, response, next) => {
    response.locals.state.operation = operation;
    response.setHeader('Vary', vary);
    next();
  };

/**
 * Checks that contract and use cases have the same operations.
 * @throws Error naming what the contract has and the use cases lack, or the reverse
 */
const checkComplete = (operations: readonly Operation[], useCases: object, own: object): void => {
  const known = new Set(
    [useCases, own].flatMap((some) => Object.entries(some).flatMap(([id, step]) => (step ? [id] : []))),
  );
  const ids = new Set<string>(operations.map(({ id }) => id));
  const missing = [...ids].filter((id) => !known.has(id));
  const unknown = [...known].filter((id) => !ids.has(id));
  if (missing.length > 0) throw new Error(`The contract has operations without a use case: ${missing.join(', ')}`);
  if (unknown.length > 0) throw new Error(`There are use cases without a route in the contract: ${unknown.join(', ')}`);
};

/**
 * Creates one route per operation of the contract; what is not in it does not exist. The order of the steps is the
 * order in which errors are reported: authentication, limits, content.
 */
export function routes(deps: HttpDeps, metrics: Metrics): Router {
  const { spec, useCases, config } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const own = ownOperations(deps, metrics);
  const authenticate = createAuthenticate({ ...deps, badKeys: createFloods({ most: 60 }) });
  const operations = operationsOf(spec);
  checkComplete(operations, useCases, own);
  const validators = new Map(
    Object.keys(spec.paths).map((path) => [path, validatorFor(spec, path, config.validateResponses)]),
  );
  for (const operation of operations) {
    const open = operation.schemes.size === 0;
    const steps = [
      name(operation),
      ...(open ? [] : [identify(operation, authenticate), count(operation, deps)]),
      ...readBody(operation, config.bodyLimit),
      ...(operation.bodyTypes.length > 0 ? [refuseLongLists(spec, operation), cleanTexts(spec, operation)] : []),
      refuseOddNumbers(operation),
      validators.get(operation.path)!,
      operation.id in own ? own[operation.id as OwnOperationId] : answer(operation, useCases),
    ];
    router[operation.method](operation.route, ...(steps as RequestHandler[]));
  }
  return router;
}
