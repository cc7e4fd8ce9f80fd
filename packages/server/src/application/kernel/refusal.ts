import type { components } from '@coach-booking/contract/types';

export type ErrorCode = components['schemas']['ErrorCode'];
export type ErrorDetails = NonNullable<components['schemas']['Error']['details']>;

/**
 * The error with which a use case rejects a request. The HTTP adapter maps each code to a status and a sentence;
 * `detail` is for a developer and holds no contact details.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly details?: ErrorDetails,
    /** Seconds after which the request may be sent again, for the codes of limits. */
    readonly retryAfter?: number,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** Returns the result, or throws it where it is a refusal. */
export function orThrow<T>(result: T | Refusal): T {
  if (result instanceof Refusal) throw result;
  return result;
}
