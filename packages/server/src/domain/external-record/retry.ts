import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';

/** Waits after the first, second … failed attempt; each later one is the last of these. */
const WAITS: readonly number[] = [5 * SECOND, MINUTE, 10 * MINUTE, HOUR];
/** After so many failures in a row the coach is told. */
export const TOLD_AFTER = 3;
/** Removals are tried so long after the session, and as often. */
const REMOVED_WITHIN = DAY;
const REMOVALS = 28;

/** A failure of an attempt, as far as the next one depends on it. */
export interface FailedAttempt {
  /** `refused` by the provider: the same again would be, too. */
  readonly kind: string;
  /** The provider wants none before that. */
  readonly retryAt?: Instant | undefined;
}

/** Returns whether a person has to do something about it, or has to know. */
export function isToBeTold(attempts: number, { kind, retryAt }: FailedAttempt, start: Instant): boolean {
  return attempts >= TOLD_AFTER || kind === 'refused' || kind === 'revoked' || (retryAt ?? 0) >= start;
}

/**
 * Returns when something that a session needs is tried again, after so many failures in a row; null when no time is
 * left. Towards `limit` the attempts come closer: in half of the time that is left, but a minute apart.
 */
export function nextAttempt(attempts: number, failed: FailedAttempt, now: Instant, limit: Instant): Instant | null {
  const wait = failed.kind === 'refused' ? DAY : WAITS[Math.min(attempts, WAITS.length) - 1]!;
  const half = Math.max(MINUTE, (limit - now) / 2);
  const own = plus(now, Math.round(Math.min(wait, half)));
  const next = failed.retryAt !== undefined && failed.retryAt > own ? failed.retryAt : own;
  return next < limit ? next : null;
}

/** Returns when a removal is tried again; null when it is given up, a day after the session at the soonest. */
export function nextRemoval(attempts: number, failed: FailedAttempt, now: Instant, end: Instant): Instant | null {
  if (attempts >= REMOVALS && now >= plus(end, REMOVED_WITHIN)) return null;
  const next = plus(now, failed.kind === 'refused' ? DAY : WAITS[Math.min(attempts, WAITS.length) - 1]!);
  return failed.retryAt !== undefined && failed.retryAt > next ? failed.retryAt : next;
}

/** Returns until when a meeting is tried: one that has a room in its place, until people may enter that. */
export function lastAttemptOf(start: Instant, hasFallback: boolean, opensBefore: number): Instant {
  return hasFallback ? minus(start, opensBefore) : start;
}
