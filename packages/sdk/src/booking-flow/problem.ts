import type { CoachBookingError } from '../errors/coach-booking-error.ts';
import type { Slot } from '../schemas.ts';
import { noDetails } from './details.ts';
import type { Details, FlowProblem, PickableSlot } from './state.ts';

const kinds: Readonly<Record<string, FlowProblem['kind']>> = {
  ConnectionError: 'offline',
  SlotTakenError: 'taken',
  RefusedError: 'refused',
  ConflictError: 'refused',
  InvalidRequestError: 'invalid',
  AuthenticationError: 'setup',
  ForbiddenError: 'setup',
  NotFoundError: 'setup',
  RateLimitedError: 'limited',
};

/** A problem of the flow's own making, or the frame of one that the server told. */
export function problemOf(kind: FlowProblem['kind'], code: string, message: string, more: Partial<FlowProblem> = {}): FlowProblem {
  const retryable = /offline|limited|server|expired/.test(kind);
  return { kind, code, message, alternatives: [], nextAvailable: null, fields: {}, retryAfter: null, retryable, requestId: null, ...more };
}

/** What an error means to a visitor. `pickable` dates the alternatives in the visitor's zone. */
export function toProblem(error: unknown, pickable: (slot: Slot) => PickableSlot): FlowProblem {
  const known: Partial<CoachBookingError> & { retryAfter?: number | null } = error instanceof Error ? error : {};
  const { details = {} } = known;
  const fields: Partial<Record<keyof Details, string>> = {};
  for (const { path } of details.problems ?? []) {
    const field = path.split('.').pop() ?? '';
    if (field in noDetails) fields[field as keyof Details] = 'invalid';
  }
  return problemOf(kinds[known.name ?? ''] ?? 'server', known.code ?? 'INTERNAL', known.sentence ?? '', {
    alternatives: (details.alternatives ?? []).map(pickable),
    nextAvailable: details.nextAvailable ?? null,
    fields,
    retryAfter: known.retryAfter ?? null,
    requestId: known.requestId ?? null,
  });
}
