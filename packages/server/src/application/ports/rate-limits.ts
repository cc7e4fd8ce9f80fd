/** `reads` and `writes` of an hour, `holds` of five minutes. */
export type LimitName = 'reads' | 'writes' | 'holds';

export interface LimitState {
  readonly allowed: boolean;
  /** Requests in the whole window. */
  readonly limit: number;
  /** Requests left for this subject, at least as this process knows it. */
  readonly remaining: number;
  /** Milliseconds of real time until the window begins anew. */
  readonly resetMs: number;
}

/** Counts requests of a subject (a key, or a key and an address) over all processes. */
export interface RateLimits {
  /** Takes one request from the subject's window. Together, all processes never allow more than the limit. */
  take(limit: LimitName, subject: string): Promise<LimitState>;
}
