import { HOUR, MINUTE } from '@coach-booking/time/units';

/** Waits after the first, second … failed attempt that may succeed later. The last one is some eight hours on. */
const WAITS: readonly number[] = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 2 * HOUR, 5 * HOUR];
/** The longest of them. */
export const MAX_WAIT = 6 * HOUR;
/** A fifth more or less, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * Returns how long to wait after this many attempts, in milliseconds, or null when it is given up. `chance` is in [0,
 * 1).
 */
export function retryAfter(attempts: number, chance: number): number | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : Math.round(wait * (1 - JITTER + 2 * JITTER * chance));
}
