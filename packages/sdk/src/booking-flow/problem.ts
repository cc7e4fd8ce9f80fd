import { failureOf, refusedFields } from '../errors/failure-of.ts';
import type { Slot } from '../schemas.ts';
import { noDetails } from './no-details.ts';
import type { FlowProblem, PickableSlot } from './state.ts';

const kinds: Readonly<Record<number, FlowProblem['kind']>> = {
  0: 'offline',
  400: 'invalid',
  401: 'setup',
  403: 'setup',
  404: 'setup',
  409: 'refused',
  413: 'invalid',
  422: 'refused',
  429: 'limited',
};

/**
 * The codes with another meaning than their status. Visitors do not wait on a page until tomorrow, so no button offers
 * to try again.
 */
const kindsByCode: Readonly<Record<string, FlowProblem['kind']>> = {
  SLOT_TAKEN: 'taken',
  BOOKING_LIMIT: 'refused',
  PARTNER_SUSPENDED: 'closed',
  CHALLENGE_REQUIRED: 'refused',
  CHALLENGE_FAILED: 'refused',
};

/** Returns a problem of the flow itself, or the base of one that the server reported. */
export function problemOf(
  kind: FlowProblem['kind'],
  code: string,
  message: string,
  more: Partial<FlowProblem> = {},
): FlowProblem {
  const retryable = /offline|limited|server|expired/.test(kind);
  const nothing = { hint: '', alternatives: [], nextAvailable: null, fields: {}, retryAfter: null, requestId: null };
  return { kind, code, message, retryable, ...nothing, ...more };
}

/** Returns the problem that an error means to a visitor. `pickable` dates the alternatives in the visitor's zone. */
export function toProblem(error: unknown, pickable: (slot: Slot) => PickableSlot): FlowProblem {
  const { details, code, status, sentence, hint, requestId, retryAfter } = failureOf(error);
  const fields = Object.entries(refusedFields(details)).filter(([field]) => field in noDetails);
  return problemOf(kindsByCode[code] ?? kinds[status] ?? 'server', code, sentence, {
    hint,
    alternatives: (details.alternatives ?? []).map(pickable),
    nextAvailable: details.nextAvailable ?? null,
    fields: Object.fromEntries(fields),
    retryAfter,
    requestId,
  });
}
