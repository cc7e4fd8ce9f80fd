import type { components } from '@coach-booking/contract/types';
import { explain } from '../../domain/slots/explain.ts';
import { rangeText } from '../kernel/instants.ts';
import type { RangeRead } from './read-range.ts';

/**
 * Returns the parts of a range that cannot be booked, in order, with the reasons; for a full or inactive coach all of
 * it.
 */
export function blockedRanges({ question, range, closed }: RangeRead): components['schemas']['Blocked'][] {
  return closed
    ? [{ ...rangeText({ start: range.from, end: range.to }), code: closed }]
    : explain(question).map((blocked) => ({ ...rangeText(blocked), code: blocked.code }));
}
