import { plus } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { present } from '../kernel/present.ts';
import type { OutboundReply } from '../ports/outbound.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { callApi, type CallApiNeeds } from '../provider-connections/call-api.ts';
import { codeOfReply, failureOfReply, jsonOf } from '../provider-connections/call-provider.ts';

export type GoogleNeeds = CallApiNeeds;

/** A call of Google Calendar's REST API. */
export interface GoogleCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `…/calendar/v3`; its parts are escaped already. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: object;
  /** Refused (`conflict`) when the event is another by now. */
  readonly ifMatch?: string;
  /** Milliseconds for all of it, where fifteen seconds are too many. */
  readonly timeout?: number;
}

/** Bytes of an answer: a page of 2,500 events has less than a million. */
const MAX_BYTES = 5_000_000;

/** Reasons of a 403 that are limits, and how long to wait where Google says nothing. */
const LIMITS: Readonly<Record<string, number>> = {
  rateLimitExceeded: MINUTE,
  userRateLimitExceeded: MINUTE,
  quotaExceeded: HOUR,
  calendarUsageLimitsExceeded: HOUR,
  dailyLimitExceeded: HOUR,
};

const failureOf = (core: GoogleNeeds, reply: OutboundReply, method: string): ProviderFailure => {
  const code = codeOfReply(reply);
  if (reply.status === 412) return new ProviderFailure(code, 'conflict');
  const limit = reply.status === 403 ? LIMITS[code] : undefined;
  if (limit === undefined) return failureOfReply(core, reply, method);
  return new ProviderFailure(code, 'limited', { retryAt: plus(core.realNow(), reply.retryAfter ?? limit) });
};

/**
 * Calls Google Calendar in the name of a connection. Returns what it answered, undefined for an empty answer; any field
 * may be missing. Throws a ProviderFailure.
 */
export async function callGoogle<T extends object>(
  core: GoogleNeeds,
  connectionId: string,
  { method, path, query = {}, json, ifMatch, timeout }: GoogleCall,
): Promise<T | undefined> {
  const asked = new URLSearchParams(query).toString();
  const url = `${core.providers.siteOf('google').api}${path}${asked === '' ? '' : `?${asked}`}`;
  const headers = present({ 'if-match': ifMatch });
  const reply = await callApi(core, connectionId, {
    method,
    url,
    headers,
    maxBytes: MAX_BYTES,
    ...present({ json, timeout }),
  });
  if (reply.status < 200 || reply.status >= 300) throw failureOf(core, reply, method);
  if (reply.text === '') return undefined;
  const read = jsonOf(reply);
  if (typeof read === 'object' && read !== null) return read as T;
  throw new ProviderFailure('BAD_ANSWER', method === 'GET' ? 'unavailable' : 'unknown');
}
