import type { components } from '@coach-booking/contract/types';

export type ErrorCode = components['schemas']['ErrorCode'];
export type ErrorDetails = NonNullable<components['schemas']['Error']['details']>;

/**
 * The one way a use case says no. The HTTP adapter knows status and sentence of each code; `detail` is for a developer
 * and holds no contact details.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    readonly details?: ErrorDetails,
    /** Seconds after which it may be tried again, for the codes of limits. */
    readonly retryAfter?: number,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The result itself; throws the refusal where it is one. */
export function orThrow<T>(result: T | Refusal): T {
  if (result instanceof Refusal) throw result;
  return result;
}
