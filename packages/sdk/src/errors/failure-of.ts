import type { CoachBookingError, Failure, FailureDetails } from './coach-booking-error.ts';

/** The facts of an error that is not of this SDK. */
const unknown: Omit<Failure, 'method' | 'url'> = {
  details: {},
  code: 'INTERNAL',
  status: 500,
  sentence: '',
  hint: '',
  requestId: null,
  retryAfter: null,
};

/**
 * Returns the facts that the flows read of any error: an error of another kind, or an unreadable answer, counts as a
 * failure of the server.
 */
export function failureOf(error: unknown) {
  const failure = { ...unknown, ...(error instanceof Error && (error as Partial<CoachBookingError>)) };
  return failure.code === 'UNREADABLE' ? { ...failure, status: unknown.status } : failure;
}

/** Returns the fields that the server refused, by the last part of their path. */
export function refusedFields({ problems = [] }: FailureDetails): Record<string, 'invalid'> {
  return Object.fromEntries(problems.map(({ path }) => [path.split('.').pop() ?? '', 'invalid']));
}
