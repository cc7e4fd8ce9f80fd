import type { components } from '../generated/api.ts';
import type { ErrorCode } from '../schemas.ts';

/** The body of an error as the API sends it. */
export type ErrorBody = components['schemas']['Error'];

/** The status that each code comes with. */
export const statusOf: Readonly<Record<ErrorCode, number>> = {
  INVALID_REQUEST: 400,
  RANGE_INVALID: 400,
  RANGE_TOO_LONG: 400,
  TEST_CLOCK_NOT_ALLOWED: 400,
  KEY_MISSING: 401,
  KEY_INVALID: 401,
  TOKEN_INVALID: 401,
  CREDENTIALS_WRONG: 401,
  SESSION_INVALID: 401,
  SESSION_EXPIRED: 401,
  ORIGIN_NOT_ALLOWED: 403,
  SECRET_KEY_IN_BROWSER: 403,
  FORBIDDEN: 403,
  PARTNER_SUSPENDED: 403,
  NOT_PERMITTED_FIELD: 422,
  ROUTE_NOT_FOUND: 404,
  COACH_NOT_FOUND: 404,
  SERVICE_NOT_FOUND: 404,
  BOOKING_NOT_FOUND: 404,
  LEAD_NOT_FOUND: 404,
  TIME_OFF_NOT_FOUND: 404,
  DATE_OVERRIDE_NOT_FOUND: 404,
  STAFF_NOT_FOUND: 404,
  CLIENT_NOT_FOUND: 404,
  USER_NOT_FOUND: 404,
  LOG_NOT_FOUND: 404,
  KEY_NOT_FOUND: 404,
  PARTNER_NOT_FOUND: 404,
  CONNECTION_NOT_FOUND: 404,
  SLOT_TAKEN: 409,
  PLACE_TAKEN: 409,
  CAPACITY_FULL: 409,
  HOLD_GONE: 409,
  HOLD_EXTENDED: 409,
  NOT_ALLOWED_NOW: 409,
  VERSION_CONFLICT: 409,
  SLUG_TAKEN: 409,
  HOST_TAKEN: 409,
  EMAIL_TAKEN: 409,
  LAST_KEY: 409,
  STAFF_BUSY: 409,
  NOTHING_TO_UNDO: 409,
  BODY_TOO_LARGE: 413,
  IDEMPOTENCY_MISMATCH: 422,
  COACH_INACTIVE: 422,
  START_IN_PAST: 422,
  TOO_SOON: 422,
  TOO_FAR: 422,
  OUTSIDE_HOURS: 422,
  IN_BREAK: 422,
  IN_TIME_OFF: 422,
  OFF_GRID: 422,
  SOURCE_STALE: 422,
  HOLD_MISMATCH: 422,
  HOLD_LIMIT: 429,
  SCHEDULE_INVALID: 422,
  PASSWORD_UNSAFE: 422,
  RATE_LIMITED: 429,
  LOGIN_LIMIT: 429,
  INTERNAL: 500,
  NOT_READY: 503,
};

/** An error answer with the status of its code: `problem('SLOT_TAKEN', { details: { alternatives: [] } })`. */
export function problem(code: ErrorCode, overrides: Partial<ErrorBody> = {}, headers: Record<string, string> = {}): Response {
  const body: ErrorBody = {
    success: false,
    message: `Refused: ${code}.`,
    code,
    error: 'An answer made for a test.',
    requestId: '0f8e0c1a',
    ...overrides,
  };
  return Response.json(body, { status: statusOf[code], headers });
}
