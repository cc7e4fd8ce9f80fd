import type { Instant } from '@coach-booking/time/instant';
import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import type { ReadingFailure } from '../../domain/calendar-source/calendar-source.ts';
import type { ProviderFailure, ProviderFailureKind } from '../ports/provider-failure.ts';

const CODES: Readonly<Record<ProviderFailureKind, ReadingFailure>> = {
  unavailable: 'SERVER_ERROR',
  limited: 'LIMITED',
  revoked: 'REVOKED',
  refused: 'REFUSED',
  conflict: 'REFUSED',
  gone: 'CALENDAR_GONE',
  unknown: 'SERVER_ERROR',
};

/** Codes that say more than their kind. */
const SAME: Readonly<Record<string, ReadingFailure>> = {
  TIMEOUT: 'TIMEOUT',
  TOO_BIG: 'TOO_BIG',
  TOO_MANY: 'TOO_MANY',
  BAD_ANSWER: 'MALFORMED',
};

/** Codes of connections and of this server, unlike those of providers, are in capitals. */
const OWN_CODE = /^[A-Z][A-Z\d_]+$/;

const codeOf = ({ code, kind }: ProviderFailure): ReadingFailure =>
  SAME[code] ?? (kind === 'unavailable' && OWN_CODE.test(code) ? 'UNREACHABLE' : CODES[kind]);

/** Returns the reading that failed as its provider did. */
export function failureOfProvider(failure: ProviderFailure, now: Instant): Reading & { kind: 'failed' } {
  const { retryAt } = failure;
  const retryAfter = retryAt === undefined ? undefined : Math.max(0, retryAt - now);
  return { kind: 'failed', code: codeOf(failure), ...(retryAfter !== undefined && { retryAfter }) };
}
