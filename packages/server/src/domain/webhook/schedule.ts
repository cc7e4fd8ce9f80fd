import { HOUR, MINUTE, SECOND } from '@coach-booking/time/units';

/** Waits after the first, second … failed attempt, of Standard Webhooks: ten attempts within some 76 hours. */
const WAITS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** A fifth more or less, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * Returns how long to wait after this many failed attempts, in milliseconds, or null when it is given up. What the
 * receiver asks for (`Retry-After`) counts between once and twice the ordinary wait. `chance` is in [0, 1).
 */
export function webhookRetryAfter(failures: number, chance: number, asked?: number): number | null {
  const wait = WAITS[failures - 1];
  if (wait === undefined) return null;
  if (asked !== undefined) return Math.min(Math.max(asked, wait), 2 * wait);
  return Math.round(wait * (1 - JITTER + 2 * JITTER * chance));
}
