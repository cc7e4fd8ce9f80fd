import type { Caller } from '../../application/context.ts';
import type { RateLimits } from '../../application/ports/rate-limits.ts';
import { Refusal } from '../../application/refusal.ts';
import { addressOf } from './auth/address.ts';
import type { Authenticate } from './auth/authenticate.ts';
import type { Step } from './exchange.ts';
import type { Operation } from './spec/operations.ts';

const limitTexts = {
  reads: 'reads an hour',
  writes: 'writes an hour',
  stats: 'statistics an hour',
  holds: 'holds in five minutes',
} as const;

/** Statistics look at years of bookings, so they are counted apart from other reads. */
const hourlyLimit = ({ id, method }: Operation): 'reads' | 'writes' | 'stats' =>
  id === 'getStats' ? 'stats' : method === 'get' ? 'reads' : 'writes';

/** Finds out who calls; nobody has to say so where the operation is open to all. */
export const identify =
  (operation: Operation, authenticate: Authenticate): Step =>
  async (request, response, next) => {
    const { exchange } = response.locals;
    const knock = { headers: request.headers, query: request.query, address: addressOf(request.ip) };
    Object.assign(exchange, await authenticate(knock, operation.schemes));
    next();
  };

/** Keeps time from others, and is in a browser: a visitor, or a client who signed in. */
const isVisitor = (caller: Caller): boolean => caller.kind === 'publishable' || (caller.kind === 'session' && caller.role === 'client');

/** What a limit is counted for, in words. */
const subjectText = (caller: Caller): string => {
  if (caller.kind === 'publishable') return 'this key and address';
  return caller.kind === 'session' ? 'this person' : 'this key';
};

/**
 * Counts the request. A publishable key is in everybody's hands, so it is counted with the address; a secret key, a booking's link or a
 * person is one caller. A browser's holds have a limit of their own on top; a dry run of one holds nothing.
 */
export const count =
  (operation: Operation, limits: Pick<RateLimits, 'take'>): Step =>
  async (request, response, next) => {
    const { exchange } = response.locals;
    const caller = exchange.caller!;
    const subject = caller.kind === 'publishable' ? `${caller.keyId} ${caller.address}` : caller.keyId;
    const take = async (name: keyof typeof limitTexts, code: 'RATE_LIMITED' | 'HOLD_LIMIT'): Promise<void> => {
      const { allowed, limit, remaining, resetMs } = await limits.take(name, subject, exchange.sizes?.[name]);
      const seconds = Math.max(1, Math.ceil(resetMs / 1000));
      if (name !== 'holds' || !allowed) {
        response.setHeader('RateLimit-Limit', limit);
        response.setHeader('RateLimit-Remaining', remaining);
        response.setHeader('RateLimit-Reset', seconds);
      }
      if (allowed) return;
      response.setHeader('Retry-After', seconds);
      throw new Refusal(code, `${limit} ${limitTexts[name]} for ${subjectText(caller)}.`);
    };
    await take(hourlyLimit(operation), 'RATE_LIMITED');
    if (operation.id === 'createHold' && isVisitor(caller) && request.query.dryRun !== 'true') await take('holds', 'HOLD_LIMIT');
    next();
  };
