import { failureOf, refusedFields } from '../errors/failure-of.ts';
import type { CalendarProblem } from './state.ts';

const kinds: Readonly<Record<number, CalendarProblem['kind']>> = {
  0: 'offline',
  400: 'invalid',
  401: 'signed_out',
  403: 'forbidden',
  404: 'refused',
  409: 'refused',
  413: 'invalid',
  422: 'refused',
  429: 'limited',
};

/**
 * The codes with a more exact meaning than their status. An item that is not found any more was there when the screen
 * was read.
 */
const byCode: readonly (readonly [RegExp, CalendarProblem['kind']])[] = [
  [/^(SLOT_TAKEN|STAFF_BUSY)$/, 'taken'],
  [/^PARTNER_SUSPENDED$/, 'closed'],
  [/^(VERSION_CONFLICT|NOT_ALLOWED_NOW|NOTHING_TO_UNDO|(?!COACH|ROUTE)\w+_NOT_FOUND)$/, 'stale'],
];

/** Returns a problem of the flow itself, or the base of one that the server reported. */
export function calendarProblem(
  kind: CalendarProblem['kind'],
  code: string,
  intent: string,
  more: Partial<CalendarProblem> = {},
): CalendarProblem {
  const nothing = {
    message: '',
    bookingId: null,
    alternatives: [],
    warnings: [],
    fields: {},
    retryAfter: null,
    requestId: null,
  };
  return { kind, code, intent, retryable: /offline|limited|server/.test(kind), ...nothing, ...more };
}

/** Returns the problem that an error of a call means to the coach side. */
export function toCalendarProblem(error: unknown, intent: string, bookingId: string | null): CalendarProblem {
  const { details, code, status, sentence, requestId, retryAfter } = failureOf(error);
  const kind = byCode.find(([codes]) => codes.test(code))?.[1] ?? kinds[status] ?? 'server';
  return calendarProblem(kind, code, intent, {
    message: sentence,
    bookingId,
    alternatives: details.alternatives ?? [],
    warnings: details.warnings ?? [],
    fields: refusedFields(details),
    retryAfter,
    requestId,
  });
}
