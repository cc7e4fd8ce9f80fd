import type { Caller } from '../../application/kernel/context.ts';
import type { Partners } from '../../application/ports/partners.ts';
import type { RateLimits } from '../../application/ports/rate-limits.ts';
import { Refusal } from '../../application/kernel/refusal.ts';
import { isCounted, isVisitor } from '../../application/kernel/scope.ts';
import { addressOf } from './auth/address.ts';
import type { Authenticate } from './auth/authenticate.ts';
import type { Step } from './request-state.ts';
import type { Operation } from './spec/operations.ts';

/** Those that every request counts in one of. */
const hourlyTexts = {
  reads: 'reads an hour',
  writes: 'writes an hour',
  stats: 'statistics an hour',
  meetings: 'requests about meetings an hour',
  imports: 'imports an hour',
} as const;
const limitTexts = { ...hourlyTexts, holds: 'holds in five minutes', registrations: 'new accounts an hour' } as const;

/** Operations of an import, which sends many parts on one day and is no visitor's doing. */
const IMPORTING: ReadonlySet<string> = new Set([
  'importCoaches',
  'importClients',
  'importBookings',
  'readCalendarRows',
]);

/** Operations that ask a provider, or for its reports. */
const OF_MEETINGS: ReadonlySet<string> = new Set(['listZoomMeetings', 'getZoomMeeting', 'createHostLink']);

/** Operations that look at years, or at all coaches. */
const OF_STATISTICS: ReadonlySet<string> = new Set(['getStats', 'getPartnerConversion']);

/**
 * Statistics look at years of bookings, so they are counted apart from other reads, as imports are from other writes,
 * and what concerns meetings from both.
 */
const hourlyLimit = ({ id, method }: Operation): keyof typeof hourlyTexts => {
  if (IMPORTING.has(id)) return 'imports';
  if (OF_MEETINGS.has(id)) return 'meetings';
  if (OF_STATISTICS.has(id)) return 'stats';
  // A visit is counted beside what it reads.
  return method === 'get' || id === 'countVisit' ? 'reads' : 'writes';
};

type Limit = keyof typeof limitTexts;

/** Returns whether the operator can set the limit for a partner. */
const isSized = (name: Limit): name is Exclude<Limit, 'registrations' | 'imports' | 'meetings'> =>
  name !== 'registrations' && name !== 'imports' && name !== 'meetings';

/** Identifies the caller, where the operation requires one. */
export function identify(operation: Operation, authenticate: Authenticate): Step {
  return async (request, response, next) => {
    const { state } = response.locals;
    const authenticationRequest = { headers: request.headers, query: request.query, address: addressOf(request.ip) };
    Object.assign(state, await authenticate(authenticationRequest, operation.schemes));
    next();
  };
}

/** Returns the subject of a limit in words. */
const subjectText = (caller: Caller): string => {
  if (caller.kind === 'publishable') return 'this key and address';
  return caller.kind === 'session' ? 'this person' : 'this key';
};

/**
 * Whether this partner's visitors are capped, by its own settings: in live mode always, in test mode once it has set
 * anything. R13.
 */
const isCapped = async (partners: Pick<Partners, 'byId'>, { mode, partnerId }: Caller): Promise<boolean> =>
  mode === 'live' || (await partners.byId(partnerId))?.guestCaps?.test !== undefined;

/** Keeps time from others, or keeps it for longer. */
const HOLD_OPERATIONS: ReadonlySet<string> = new Set(['createHold', 'createTeamHold', 'extendHold']);

export interface CountDeps {
  readonly limits: Pick<RateLimits, 'take'>;
  readonly partners: Pick<Partners, 'byId'>;
}

/**
 * Counts the request. A publishable key is public, so it is counted with the address; a secret key, a booking's link or
 * a person is one caller. A browser's holds have a limit of their own on top, a client's also with the address, since
 * accounts are free; a dry run of one holds nothing. New accounts are counted with the address alone.
 */
export function count(operation: Operation, { limits, partners }: CountDeps): Step {
  return async (request, response, next) => {
    const { state } = response.locals;
    const caller = state.caller!;
    const subject = caller.kind === 'publishable' ? `${caller.keyId} ${caller.address}` : caller.keyId;
    const ofAddress = [caller.partnerId, caller.mode, caller.address].join(' ');
    const take = async (name: Limit, code: 'RATE_LIMITED' | 'HOLD_LIMIT', by = subject): Promise<void> => {
      const { allowed, limit, remaining, resetMs } = await limits.take(
        name,
        by,
        isSized(name) ? state.sizes?.[name] : undefined,
      );
      const seconds = Math.max(1, Math.ceil(resetMs / 1000));
      if (name in hourlyTexts || !allowed) {
        response.setHeader('RateLimit-Limit', limit);
        response.setHeader('RateLimit-Remaining', remaining);
        response.setHeader('RateLimit-Reset', seconds);
      }
      if (allowed) return;
      response.setHeader('Retry-After', seconds);
      throw new Refusal(
        code,
        `${limit} ${limitTexts[name]} for ${by === subject ? subjectText(caller) : 'this address'}.`,
      );
    };
    await take(hourlyLimit(operation), 'RATE_LIMITED');
    if (HOLD_OPERATIONS.has(operation.id) && isVisitor(caller) && request.query.dryRun !== 'true') {
      await take('holds', 'HOLD_LIMIT');
      if (caller.kind === 'session') await take('holds', 'HOLD_LIMIT', ofAddress);
    }
    if (operation.id === 'register' && isCounted(caller) && (await isCapped(partners, caller))) {
      await take('registrations', 'RATE_LIMITED', ofAddress);
    }
    next();
  };
}
