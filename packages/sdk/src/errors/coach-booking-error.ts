import type {
  ErrorCode,
  ExternalCalendarFailure,
  IncentiveReason,
  PhotoProblem,
  RecoveryBlock,
  Slot,
  BookingStatus,
  Warning,
} from '../schemas.ts';

/** The API's codes, and those the SDK adds: no network, no answer in time, an answer that is not the API's. */
export type FailureCode = ErrorCode | 'OFFLINE' | 'TIMEOUT' | 'UNREADABLE';

/** The details that the API adds to some refusals; each field is absent unless its error class states otherwise. */
export interface FailureDetails {
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
  readonly alternatives?: readonly Slot[];
  readonly nextAvailable?: string | null;
  /** The version that is stored now. */
  readonly version?: number;
  readonly status?: BookingStatus;
  /** For the coach side: every warning about a start that `override: true` overrides. */
  readonly warnings?: readonly Warning[];
  /** With `INCENTIVE_REFUSED`. */
  readonly incentive?: IncentiveReason;
  /** With `RECOVERY_BLOCKED`: why no message can go now, and from when on one can. */
  readonly blocked?: RecoveryBlock;
  /** With `PHOTO_INVALID`. */
  readonly photo?: PhotoProblem;
  /** With `CALENDAR_ACCOUNT_FAILED`. */
  readonly reason?: ExternalCalendarFailure;
  /** The token of an unfinished sign-in, with `SECOND_FACTOR_REQUIRED`, which `completeLogin` takes with a code. */
  readonly secondFactor?: { readonly token: string; readonly expiresAt: string };
}

/**
 * The facts of a failed call. Holds no key, no token except that of an unfinished sign-in, and no field of a request's
 * body.
 */
export interface Failure {
  readonly status: number;
  readonly code: FailureCode;
  readonly sentence: string;
  readonly hint: string;
  readonly details: FailureDetails;
  readonly requestId: string | null;
  readonly method: string;
  readonly url: string;
  readonly retryAfter: number | null;
}

/**
 * The base of every error with which a call rejects, except an abort, which rejects with the signal's reason.
 * Distinguish them with the guards (`isSlotTaken(error)`), which compare `name`: a page may have two copies of this
 * package, and `instanceof` recognizes only its own.
 */
export class CoachBookingError extends Error implements Failure {
  override readonly name: string = 'CoachBookingError';
  /** HTTP status; 0 when there was no answer. */
  declare readonly status: number;
  /** Stable; messages may change, codes do not. */
  declare readonly code: FailureCode;
  /** One English sentence that a person can read. */
  declare readonly sentence: string;
  /** Detail for a developer; empty when there was no answer. */
  declare readonly hint: string;
  declare readonly details: FailureDetails;
  /** Identifies the request in the server's log; null when there was no answer, or when the browser may not read it. */
  declare readonly requestId: string | null;
  /** Seconds to wait; null unless the server sent them, as it does with 429. */
  declare readonly retryAfter: number | null;
  declare readonly method: string;
  /** The URL without the key. */
  declare readonly url: string;

  constructor(failure: Failure) {
    super(`${failure.sentence} (${failure.code}, ${failure.method} ${failure.url})`);
    Object.assign(this, failure);
  }
}

/** Returns whether `error` is one of this SDK, of any copy of it. */
export function isCoachBookingError(error: unknown): error is CoachBookingError {
  return error instanceof Error && 'code' in error && 'sentence' in error && 'requestId' in error;
}

/** Returns whether `error` is of the class with this literal `name`. */
export function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
