import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { RequestState } from './request-state.ts';

/** What a successful answer of these means for a booking. */
const outcomes: Readonly<Record<string, string>> = {
  createBooking: 'created',
  rescheduleBooking: 'rescheduled',
  cancelBooking: 'cancelled',
  deleteBooking: 'cancelled',
};

/** Metrics of one application, in a registry of its own. */
export function createMetrics() {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by operation and status class',
    labelNames: ['operation', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  const bookings = new Counter({
    name: 'bookings_total',
    help: 'Bookings by outcome',
    labelNames: ['outcome'] as const,
    registers: [register],
  });
  const unverified = new Counter({
    name: 'challenges_unverified_total',
    help: 'Challenges that were let through since their provider could not be asked, by reason',
    labelNames: ['reason'] as const,
    registers: [register],
  });
  let made: { readonly at: number; readonly text: Promise<string> } | undefined;
  /** Returns the text, made once for all requests within a second: it is long, and open to all. */
  const text = (): Promise<string> => {
    if (!made || performance.now() - made.at > 1000) made = { at: performance.now(), text: register.metrics() };
    return made.text;
  };
  return {
    /**
     * Counts that a challenge's provider could not be reached; `reason` is one of few codes, without data of the
     * visitor.
     */
    noteUnverified: (reason: string): void => unverified.inc({ reason }),
    /** `contentType` is that of the Prometheus text format. */
    contentType: register.contentType,
    text,
    /**
     * Counts how a request ended; requests without an operation share one name. The length of a stream is no response
     * time.
     */
    note({ operation, code, isStream }: RequestState, status: number, seconds: number, dryRun: boolean): void {
      if (isStream) return;
      duration.observe({ operation: operation?.id ?? 'none', status: `${Math.floor(status / 100)}xx` }, seconds);
      const outcome = operation && outcomes[operation.id];
      if (outcome && !dryRun) bookings.inc({ outcome: code ?? outcome });
    },
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
