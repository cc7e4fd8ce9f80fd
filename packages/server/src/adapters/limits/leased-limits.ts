import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { LimitName, LimitState, RateLimits } from '../../application/ports/rate-limits.ts';

/** Requests in each window of `windows`. */
export type LimitSizes = Readonly<Record<LimitName, number>>;

/** Seconds. */
export const windows: Readonly<Record<LimitName, number>> = {
  reads: 3600,
  writes: 3600,
  stats: 3600,
  meetings: 3600,
  imports: 3600,
  holds: 300,
  logins: 900,
  loginsOfAddress: 3600,
  loginsOfAccount: 3600,
  codes: 3600,
  mails: 3600,
  registrations: 3600,
  incentives: 3600,
};

/**
 * Share of a limit that a process takes from the store at once: a write for every request would cost more than many a
 * read itself.
 */
const LEASE_SHARE = 0.05;
/** Subjects remembered; beyond, the oldest lease is dropped, which only makes its limit a little stricter. */
const MAX_LEASES = 50_000;

interface Lease {
  /** Requests that this process may still allow without a read of the store. */
  left: number;
  /** Requests that were left in the store after this lease. */
  readonly beyond: number;
  /** End of the window, by the monotonic clock. */
  readonly until: number;
}

export interface LeasedLimitsOptions {
  /** The counter of each limit, with its size and window, shared by all processes. */
  readonly counters: Readonly<Record<LimitName, Pick<RateLimiterAbstract, 'consume' | 'delete' | 'points'>>>;
  /** Returns what is stored for a subject; addresses are not stored in clear. */
  readonly keyOf: (subject: string) => string;
  /** Monotonic clock, milliseconds. */
  readonly now: () => number;
  /** Returns whether the shared counter could not be written since its disk is full. */
  readonly isFull: (error: unknown) => boolean;
}

/**
 * Limits of requests that need no write of their own: they go on when the disk is full (S10), each process counting by
 * itself.
 */
const READ_LIMITS: ReadonlySet<LimitName> = new Set(['reads', 'stats']);

/**
 * The most windows that a count may last, since clocks of processes differ; a longer one was made with a wrong clock.
 */
const MAX_WINDOWS = 2;

/**
 * Creates limits by leases: each process takes a share of the window from the shared counter and spends it by itself. A
 * share counts as used when it is taken, so all processes together never allow more than the limit; what a process took
 * and did not spend (5 % of the limit at most) is lost until the window ends.
 */
export function createLeasedLimits({ counters, keyOf, now, isFull }: LeasedLimitsOptions): RateLimits {
  const alone = new Map(
    [...READ_LIMITS].map((name) => [
      name,
      new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: windows[name] }),
    ]),
  );
  const leases = new Map<string, Lease>();
  const renewing = new Map<string, Promise<void>>();

  const renew = async (name: LimitName, subject: string, key: string, points: number): Promise<void> => {
    const share = Math.max(1, Math.floor(points * LEASE_SHARE));
    const window = windows[name] * 1000;
    const consume = () =>
      counters[name].consume(keyOf(subject), share).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes) return refused;
        const counter = isFull(refused) ? alone.get(name) : undefined;
        if (counter) return counter.consume(key, share);
        throw refused;
      });
    let used = await consume();
    if (used.msBeforeNext > MAX_WINDOWS * window) {
      await counters[name].delete(keyOf(subject));
      used = await consume();
    }
    const left = Math.min(share, Math.max(0, points - (used.consumedPoints - share)));
    leases.delete(key);
    if (leases.size >= MAX_LEASES) leases.delete(leases.keys().next().value!);
    leases.set(key, {
      left,
      beyond: Math.max(0, points - used.consumedPoints),
      until: now() + Math.min(used.msBeforeNext, window),
    });
  };

  return {
    async take(name, subject, size = counters[name].points): Promise<LimitState> {
      // With its size, so that a new size counts at once.
      const key = `${name} ${size} ${subject}`;
      for (;;) {
        const lease = leases.get(key);
        if (lease && now() < lease.until && (lease.left > 0 || lease.beyond === 0)) {
          const allowed = lease.left > 0;
          if (allowed) lease.left -= 1;
          return { allowed, limit: size, remaining: lease.left + lease.beyond, resetMs: lease.until - now() };
        }
        const renewed = renewing.get(key) ?? renew(name, subject, key, size).finally(() => renewing.delete(key));
        renewing.set(key, renewed);
        await renewed;
      }
    },
    /** Adds it to this process's own lease: the subject's next request here needs none from the store. */
    async giveBack(name, subject): Promise<void> {
      const lease = leases.get(`${name} ${counters[name].points} ${subject}`);
      if (lease && now() < lease.until) lease.left += 1;
    },
  };
}
