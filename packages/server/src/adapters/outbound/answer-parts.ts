import { SECOND } from '@coach-booking/time/units';
import type { Instant } from '@coach-booking/time/instant';
import type { Dispatcher } from 'undici';

/** Returns milliseconds, of seconds or of a date. */
export function retryAfterOf(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * SECOND;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

export function headerOf(headers: Dispatcher.ResponseData['headers'], name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Returns why there was no answer, in a word. */
export function codeOf(error: unknown, isLate: boolean, isStopped: boolean): string {
  if (isStopped) return 'ABORTED';
  if (isLate) return 'TIMEOUT';
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
  const named = typeof code === 'string' ? code : typeof cause?.code === 'string' ? cause.code : 'UNKNOWN';
  return /TIMEOUT|ETIMEDOUT/.test(named) ? 'TIMEOUT' : named.replace(/^UND_ERR_/, '');
}
