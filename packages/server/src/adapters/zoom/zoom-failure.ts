import { instant, parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, SECOND } from '@coach-booking/time/units';
import { ProviderFailure } from '../../application/ports/provider-failure.ts';

/** The answer of Zoom, as far as it counts for a failure. */
export interface ZoomRefusal {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Zoom's own number. */
  readonly code: number | undefined;
  readonly message: string;
  /** Whether the call changes something. */
  readonly isWrite: boolean;
}

/** Returns the first moment of the next day of UTC, when Zoom counts anew. */
export function nextUtcDay(now: Instant): Instant {
  return instant((Math.floor(now / DAY) + 1) * DAY);
}

/**
 * Returns until when Zoom wants no other call: `Retry-After` is seconds, a date of HTTP or, of a limit of the day, an
 * ISO date-time. A date is held against the date of the same answer, whatever this machine's clock is.
 */
export function retryAtOf(headers: ZoomRefusal['headers'], now: Instant): Instant | undefined {
  const asked = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return plus(now, Number(asked) * SECOND);
  const at = parseInstant(asked);
  const isDaily = /^daily/i.test(headers['x-ratelimit-type'] ?? '');
  if (Number.isNaN(at)) return isDaily ? nextUtcDay(now) : undefined;
  const answeredAt = Date.parse(headers.date ?? '');
  return plus(now, Math.max(0, at - (Number.isNaN(answeredAt) ? now : answeredAt)));
}

/**
 * Returns the failure of an answer that is a refusal. `124` is a token that is none any more, `3001` a meeting that is
 * not there; `300` is both a bad request and a missing meeting, between which only its message decides.
 */
export function failureOf({ status, headers, code, message, isWrite }: ZoomRefusal, now: Instant): ProviderFailure {
  const named = code === undefined ? String(status) : `zoom_${code}`;
  if (status >= 500) return new ProviderFailure(named, isWrite ? 'unknown' : 'unavailable');
  if (status === 429) {
    const isDaily = /^daily/i.test(headers['x-ratelimit-type'] ?? '');
    const retryAt = retryAtOf(headers, now);
    return new ProviderFailure(isDaily ? 'zoom_daily_limit' : '429', 'limited', { retryAt });
  }
  if (status === 401 || code === 124) return new ProviderFailure(named, 'revoked');
  const isMissing =
    code === 3001 || (code === 300 && /not (found|exist)|expired/i.test(message) && !/token/i.test(message));
  if (isMissing || (status === 404 && code === undefined) || status === 410) return new ProviderFailure(named, 'gone');
  return new ProviderFailure(named, 'refused');
}
