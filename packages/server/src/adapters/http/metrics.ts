import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DeauthorizedApp } from '../../application/ports/notices.ts';
import type { DeliveryCount } from '../../domain/delivery/count.ts';
import type { RecordCount } from '../../domain/external-record/record-count.ts';
import type { Reliability } from '../../domain/recommend/reliability.ts';
import type { RequestState } from './request-state.ts';

/** The outcome for a booking of a successful answer to these operations. */
const outcomes: Readonly<Record<string, string>> = {
  createBooking: 'created',
  createTeamBooking: 'created',
  rescheduleBooking: 'rescheduled',
  cancelBooking: 'cancelled',
  deleteBooking: 'cancelled',
};

const WEBHOOK_STATES = ['due', 'late', 'retrying', 'failed', 'delivered'] as const;
const STATES = ['due', 'late', 'retrying', 'failed', 'unknown'] as const;

/** Returns the numbers of messages of live mode. Throws while the store is away. */
type CountMessages = () => Promise<readonly DeliveryCount[]>;

/** Writes what the store counts at the moment of reading; while the store is away, there are no numbers. */
const messagesGauge = (register: Registry, count: CountMessages): Gauge =>
  new Gauge({
    name: 'messages',
    help: 'Messages of live mode that are due, late, tried again, and failed or unknown within a week',
    labelNames: ['kind', 'channel', 'state'] as const,
    registers: [register],
    async collect() {
      this.reset();
      for (const { kind, channel, ...numbers } of await count().catch(() => []))
        for (const state of STATES) this.set({ kind, channel, state }, numbers[state]);
    },
  });

type Webhooks = Readonly<Record<(typeof WEBHOOK_STATES)[number] | 'disabledEndpoints', number>>;
/** Returns the numbers of webhooks of live mode. Throws while the store is away. */
type CountWebhooks = () => Promise<Webhooks>;

/** Writes what the store counts of webhooks at the moment of reading, without a word of whose they are. */
const webhooksGauges = (register: Registry, count: CountWebhooks): void => {
  let reading: Promise<Webhooks | null> | undefined;
  /** Both gauges are collected at once, from one reading. */
  const read = (): Promise<Webhooks | null> => {
    reading ??= count()
      .catch(() => null)
      .finally(() => (reading = undefined));
    return reading;
  };
  new Gauge({
    name: 'webhooks',
    help: 'Webhooks of live mode that are due, late, tried again, failed within a week, and delivered within an hour',
    labelNames: ['state'] as const,
    registers: [register],
    async collect() {
      this.reset();
      const numbers = await read();
      if (numbers) for (const state of WEBHOOK_STATES) this.set({ state }, numbers[state]);
    },
  });
  new Gauge({
    name: 'webhook_endpoints_disabled',
    help: 'Webhook endpoints of live mode that get nothing',
    registers: [register],
    async collect() {
      this.remove();
      const numbers = await read();
      if (numbers) this.set(numbers.disabledEndpoints);
    },
  });
};

const RECORD_STATES = ['due', 'late', 'retrying', 'failed'] as const;
/** Returns the numbers of live mode at each provider. Throws while the store is away. */
type CountRecords = () => Promise<readonly RecordCount[]>;

/** Writes what the store counts of meetings and calendar entries at the moment of reading. */
const recordsGauge = (register: Registry, count: CountRecords): Gauge =>
  new Gauge({
    name: 'external_records',
    help: 'Meetings and calendar entries at providers that are due, late, tried again, and failed within a week',
    labelNames: ['provider', 'state'] as const,
    registers: [register],
    async collect() {
      this.reset();
      for (const { provider, ...numbers } of await count().catch(() => []))
        for (const state of RECORD_STATES) this.set({ provider, state }, numbers[state]);
    },
  });

/** Returns how well confidences of live mode came true when that was last computed. Throws while the store is away. */
type ReadReliability = () => Promise<Reliability>;

/** Writes how well confidences came true, over all partners. */
const reliabilityGauges = (register: Registry, read: ReadReliability): void => {
  let reading: Promise<Reliability | null> | undefined;
  /** All are collected at once, from one reading. */
  const once = (): Promise<Reliability | null> => {
    reading ??= read()
      .catch(() => null)
      .finally(() => (reading = undefined));
    return reading;
  };
  new Gauge({
    name: 'suggestions_reliability',
    help: 'Visits by confidence of the slots shown, the mean confidence, and the share that booked; computed weekly',
    labelNames: ['from', 'figure'] as const,
    registers: [register],
    async collect() {
      this.reset();
      for (const { from, count, predicted, observed } of (await once())?.bins ?? []) {
        this.set({ from, figure: 'visits' }, count);
        if (predicted !== null) this.set({ from, figure: 'predicted' }, predicted);
        if (observed !== null) this.set({ from, figure: 'observed' }, observed);
      }
    },
  });
  const whole = (name: string, help: string, figure: 'brier' | 'calibrationError'): Gauge =>
    new Gauge({
      name,
      help,
      registers: [register],
      async collect() {
        this.remove();
        const value = (await once())?.[figure] ?? null;
        if (value !== null) this.set(value);
      },
    });
  whole(
    'suggestions_brier_score',
    'The mean squared distance between confidence and outcome; computed weekly',
    'brier',
  );
  whole(
    'suggestions_calibration_error',
    'The mean distance between confidence and rate of bookings; computed weekly',
    'calibrationError',
  );
};

export interface MetricsOptions {
  readonly readReliability?: ReadReliability;
  readonly countRecords?: CountRecords;
  readonly countMessages?: CountMessages;
  readonly countWebhooks?: CountWebhooks;
}

/**
 * Metrics of one application, in a registry of its own; of messages, webhooks, records at providers and suggestions
 * where they can be counted.
 */
export function createMetrics(options: MetricsOptions = {}) {
  const { countMessages, countWebhooks, countRecords, readReliability } = options;
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
  const deauthorized = new Counter({
    name: 'provider_deauthorizations_total',
    help: 'Reports of providers that a person removed the app, by what they led to',
    labelNames: ['provider', 'outcome'] as const,
    registers: [register],
  });
  if (countMessages) messagesGauge(register, countMessages);
  if (countWebhooks) webhooksGauges(register, countWebhooks);
  if (countRecords) recordsGauge(register, countRecords);
  if (readReliability) reliabilityGauges(register, readReliability);
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
    /** Counts that a provider has reported the removal of the app; names nobody. */
    noteDeauthorized: ({ provider, outcome }: DeauthorizedApp): void => deauthorized.inc({ provider, outcome }),
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
