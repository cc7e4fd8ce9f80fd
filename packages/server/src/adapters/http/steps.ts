import type { RateLimits } from '../../application/ports/rate-limits.ts';
import { Refusal } from '../../application/refusal.ts';
import { addressOf } from './auth/address.ts';
import type { Authenticate } from './auth/authenticate.ts';
import type { Step } from './exchange.ts';
import type { Operation } from './spec/operations.ts';

const limitTexts = { reads: 'reads an hour', writes: 'writes an hour', holds: 'holds in five minutes' } as const;

/** Finds out who calls; nobody has to say so where the operation is open to all. */
export const identify =
  (operation: Operation, authenticate: Authenticate): Step =>
  async (request, response, next) => {
    const { exchange } = response.locals;
    const knock = { headers: request.headers, query: request.query, address: addressOf(request.ip) };
    Object.assign(exchange, await authenticate(knock, operation.schemes));
    next();
  };

/**
 * Counts the request. A publishable key is in everybody's hands, so it is counted with the address; a secret key or a booking's link is
 * one caller. A browser's holds have a limit of their own on top; a dry run of one holds nothing.
 */
export const count =
  (operation: Operation, limits: RateLimits): Step =>
  async (request, response, next) => {
    const caller = response.locals.exchange.caller!;
    const subject = caller.kind === 'publishable' ? `${caller.keyId} ${caller.address}` : caller.keyId;
    const take = async (name: keyof typeof limitTexts, code: 'RATE_LIMITED' | 'HOLD_LIMIT'): Promise<void> => {
      const { allowed, limit, remaining, resetMs } = await limits.take(name, subject);
      const seconds = Math.max(1, Math.ceil(resetMs / 1000));
      if (name !== 'holds' || !allowed) {
        response.setHeader('RateLimit-Limit', limit);
        response.setHeader('RateLimit-Remaining', remaining);
        response.setHeader('RateLimit-Reset', seconds);
      }
      if (allowed) return;
      response.setHeader('Retry-After', seconds);
      throw new Refusal(code, `${limit} ${limitTexts[name]} for this key${caller.kind === 'publishable' ? ' and address' : ''}.`);
    };
    await take(operation.method === 'get' ? 'reads' : 'writes', 'RATE_LIMITED');
    if (operation.id === 'createHold' && caller.kind === 'publishable' && request.query.dryRun !== 'true')
      await take('holds', 'HOLD_LIMIT');
    next();
  };
