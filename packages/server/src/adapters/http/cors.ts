import cors from 'cors';
import type { Request, RequestHandler } from 'express';
import type { Partners } from '../../application/ports/partners.ts';
import { addressOf } from './auth/address.ts';
import type { HttpResponse } from './request-state.ts';
import type { Floods } from './floods.ts';
import { methods } from './spec/document.ts';

const allowedHeaders = [
  'X-Publishable-Key',
  'X-Booking-Token',
  'X-Hold-Token',
  'X-Intent-Token',
  'Idempotency-Key',
  'X-Test-Now',
  'X-Request-Id',
  'Last-Event-ID',
  'Content-Type',
  'Authorization',
];
const exposed = [
  'ETag',
  'Retry-After',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'X-Request-Id',
  'Date',
].join(', ');

/** The headers on which an answer depends besides its URL. */
export const vary = 'Origin, X-Publishable-Key, Authorization, X-Test-Now, X-Booking-Token';

/**
 * Answers preflights. They carry no key, so an answer depends only on whether some partner lists the origin; key ×
 * origin is checked on the request itself.
 */
export function preflight(
  partners: Pick<Partners, 'anyAllows'>,
  publicOrigin: () => string,
  badOrigins: Floods,
): RequestHandler {
  return cors((request, callback) => {
    const { origin } = request.headers;
    const address = addressOf((request as Request).ip);
    const listed = async (): Promise<boolean> => {
      if (origin === undefined || origin === publicOrigin()) return origin !== undefined;
      if (badOrigins.isOver(address)) return false;
      return (await partners.anyAllows(origin)) || (badOrigins.take(address), false);
    };
    listed().then(
      (known) =>
        callback(null, {
          origin: known && origin !== undefined ? [origin] : [],
          methods: methods.map((method) => method.toUpperCase()),
          allowedHeaders,
          maxAge: 2 * 60 * 60,
          optionsSuccessStatus: 204,
        }),
      (error: Error) => callback(error),
    );
  });
}

/**
 * Allows the requesting page to read the answer. Called for every successful answer, which exists only when key ×
 * origin was allowed, and for every refusal: a refused key or origin exposes no data, and the page must be able to show
 * the error. Never with credentials.
 */
export function allowOrigin(origin: string | undefined, response: HttpResponse): void {
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', exposed);
}
