import type { FailureCode, FailureDetails } from '../errors/coach-booking-error.ts';
import { errorFor } from '../errors/error-for.ts';
import type { BuiltRequest } from './build-request.ts';

/** The envelope of a successful answer. */
export interface Envelope {
  readonly data: unknown;
  /** Present with pages. */
  readonly meta?: { readonly nextCursor: string | null; readonly total?: number; readonly totalIsCapped?: true };
}

interface Refusal {
  readonly success: false;
  readonly message: string;
  readonly code: FailureCode;
  readonly error: string;
  readonly details?: FailureDetails;
  readonly requestId: string;
}

/** Returns the seconds of a `Retry-After`, which is a number or a date; null when absent or malformed. */
export function retryAfterOf(response: Response): number | null {
  const text = response.headers.get('Retry-After');
  if (!text) return null;
  const seconds = +text;
  const inSeconds = seconds >= 0 ? seconds : Math.ceil((Date.parse(text) - Date.now()) / 1000);
  return inSeconds >= 0 ? inSeconds : null;
}

/**
 * Returns the envelope of a successful answer.
 *
 * @throws CoachBookingError of the class that fits; a `ServerError` `UNREADABLE` when the answer is not an envelope, as
 * from a proxy.
 */
export function readAnswer(response: Response, text: string, { method, url }: BuiltRequest): Envelope {
  const body = parse(text);
  if (body?.success && response.ok) return body;
  const refusal = body?.success === false ? body : null;
  throw errorFor({
    status: response.status,
    code: refusal?.code ?? 'UNREADABLE',
    sentence: refusal?.message ?? 'The server gave an answer that could not be read.',
    hint: refusal?.error ?? `HTTP ${response.status} without an envelope`,
    details: refusal?.details ?? {},
    requestId: refusal?.requestId ?? response.headers.get('X-Request-Id'),
    method,
    url,
    retryAfter: retryAfterOf(response),
  });
}

/**
 * Returns a successful answer without an envelope; a refusal has it.
 *
 * @throws as `readAnswer` does.
 */
export function readBare(response: Response, text: string, request: BuiltRequest): Envelope {
  const data: unknown = response.ok ? parse(text) : null;
  return data === null ? readAnswer(response, text, request) : { data };
}

/**
 * Returns whether the server answers that the token of a session has expired, or is not valid. A malformed token is
 * refused as a key.
 */
export function isSessionRefusal(response: Response, text: string): boolean {
  if (response.status !== 401) return false;
  const body = parse(text);
  return body?.success === false && /^(SESSION_(EXPIRED|INVALID)|KEY_INVALID)$/.test(body.code);
}

function parse(text: string): (Envelope & { readonly success: true }) | Refusal | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
