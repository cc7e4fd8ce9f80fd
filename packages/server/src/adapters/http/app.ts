import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Refusal } from '../../application/kernel/refusal.ts';
import { addressOf } from './auth/address.ts';
import { cachedPartners } from './auth/cached-partners.ts';
import { cachedStanding } from './auth/cached-standing.ts';
import { preflight } from './cors.ts';
import type { HttpDeps } from './deps.ts';
import { errorHandler } from './errors/handler.ts';
import type { Step } from './request-state.ts';
import { createFloods, type Floods } from './floods.ts';
import { logRequest } from './logging.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { requestIdOf } from './request-id.ts';
import { nameForOthers } from './name-for-others.ts';
import { routes } from './routes.ts';

/** Sets the request's id, and notes how it ended. */
const begin =
  (metrics: Metrics, logger: Logger): Step =>
  (request, response, next) => {
    const started = performance.now();
    const state = { requestId: requestIdOf(request.headers['x-request-id']) };
    response.locals.state = state;
    response.setHeader('X-Request-Id', state.requestId);
    response.once('close', () => {
      const ending = { status: response.statusCode, ms: performance.now() - started, left: !response.writableFinished };
      metrics.note(state, ending.status, ending.ms / 1000, request.query.dryRun === 'true');
      logRequest(logger, state, ending);
    });
    next();
  };

/** Sets headers for every answer. What pages may load, and who may frame them, pages set themselves. */
const protect = (https: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: false,
    xFrameOptions: false,
    crossOriginResourcePolicy: false,
    crossOriginOpenerPolicy: false,
    strictTransportSecurity: https,
  });

/** Sets headers for answers of the API: they are data, never a page. */
const protectData: Step = (_request, response, next) => {
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  response.setHeader('X-Frame-Options', 'DENY');
  next();
};

/** Returns whether the answer is a stream: compression buffers what it receives, and an event must be sent at once. */
const isStream = (response: { getHeader(name: string): unknown }): boolean =>
  String(response.getHeader('Content-Type')).startsWith('text/event-stream');

/**
 * Compresses answers for clients that accept it. The check alone costs a read 5 %, and servers and tools do not accept
 * it.
 */
const compressed = (): RequestHandler => {
  const compress = compression({
    filter: (request, response) => !isStream(response) && compression.filter(request, response),
  });
  return (request, response, next) =>
    request.headers['accept-encoding'] === undefined ? next() : compress(request, response, next);
};

/** Requests without a key in a minute, per address. */
const OPEN_A_MINUTE = 600;

/**
 * Limits requests that have no key to be counted by, and are costly: pages search the store for a partner or a coach,
 * metrics and the contract are long.
 */
const limitOpen =
  (floods: Floods): Step =>
  ({ path, ip }, _response, next) => {
    const costs =
      path === '/v1/openapi.json' ||
      (!/^\/(v1|embed|pages|healthz)(\/|$)/.test(path) && !path.startsWith('/docs/assets/'));
    if (costs && !floods.take(addressOf(ip))) {
      throw new Refusal(
        'RATE_LIMITED',
        `${OPEN_A_MINUTE} requests without a key a minute for this address.`,
        undefined,
        60,
      );
    }
    next();
  };

const nothingHere: Step = () => {
  throw new Refusal('ROUTE_NOT_FOUND', 'The contract has no such operation.');
};

/**
 * Creates the HTTP side of the product: every operation of the contract, and what is mounted beside them. It does not
 * listen yet.
 * @throws Error when contract and use cases do not match
 */
export function createHttpApp(deps: HttpDeps): Express {
  const { config, logger, hosted, publicOrigin, realNow } = deps;
  const partners = cachedPartners(deps.partners, { now: realNow });
  const standing = cachedStanding(deps.standing, { now: realNow });
  const { metrics = createMetrics() } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  // A proxy keeps `/metrics` private by its path, so the path must have no other spelling.
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(begin(metrics, logger));
  app.use(protect(config.publicUrl?.startsWith('https:') ?? false));
  app.use(compressed());
  app.options('/v1/{*path}', preflight(partners, publicOrigin, createFloods({ most: 60 })));
  app.use('/v1', protectData);
  app.use(limitOpen(createFloods({ most: OPEN_A_MINUTE })));
  app.use(routes({ ...deps, partners, standing }, metrics));
  if (hosted) app.use(nameForOthers(deps.spec), hosted);
  app.use(nothingHere);
  app.use(errorHandler(logger, deps.storeFailureOf));
  return app;
}
