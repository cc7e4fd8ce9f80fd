import type { CoachBookingError, FailureDetails } from './coach-booking-error.ts';

/**
 * Returns what the flows read of an error, whichever it is: what this SDK did not make, or could not read, counts as a
 * failure of the server.
 */
export function failureOf(error: unknown) {
  const known: Partial<CoachBookingError> = error instanceof Error ? error : {};
  const {
    details = {},
    code = 'INTERNAL',
    status = 500,
    sentence = '',
    hint = '',
    requestId = null,
    retryAfter = null,
  } = known;
  return { details, code, status: code === 'UNREADABLE' ? 500 : status, sentence, hint, requestId, retryAfter };
}

/** Returns the fields that the server refused, by the last part of their path. */
export function refusedFields({ problems = [] }: FailureDetails): Record<string, 'invalid'> {
  return Object.fromEntries(problems.map(({ path }) => [path.split('.').pop() ?? '', 'invalid']));
}
