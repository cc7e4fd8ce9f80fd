import { Refusal } from '../../../application/kernel/refusal.ts';
import { epochDay, isPlainDate } from '@coach-booking/time/plain-date';
import { DAY, HOUR } from '@coach-booking/time/units';
import type { Operation } from '../spec/operations.ts';

const MAX_DAYS = 92;

/** Returns the milliseconds between two bounds of one kind; plain dates are inclusive. */
const lengthOf = (from: string, to: string): number =>
  isPlainDate(from) && isPlainDate(to) ? (epochDay(to) - epochDay(from) + 1) * DAY : Date.parse(to) - Date.parse(from);

/**
 * Checks that both bounds are of one kind, in order, and at most 92 days apart where the contract demands a range.
 * Instants may be an hour more apart, so that 92 days from one local midnight to another are 92 days when the clocks go
 * back in between.
 * @throws Refusal RANGE_INVALID, RANGE_TOO_LONG
 */
export function checkRange({ parameters }: Operation, { from, to }: { from?: unknown; to?: unknown }): void {
  if (typeof from !== 'string' || typeof to !== 'string') return;
  if (isPlainDate(from) !== isPlainDate(to))
    throw new Refusal('RANGE_INVALID', 'from and to must both be plain dates or both be instants.');
  const length = lengthOf(from, to);
  if (length <= 0) throw new Refusal('RANGE_INVALID', `to (${to}) must come after from (${from}).`);
  const bounded = parameters.some(({ name, required }) => name === 'to' && required);
  const most = MAX_DAYS * DAY + (isPlainDate(from) ? 0 : HOUR);
  if (bounded && length > most)
    throw new Refusal('RANGE_TOO_LONG', `from and to may lie ${MAX_DAYS} days apart at most.`);
}
