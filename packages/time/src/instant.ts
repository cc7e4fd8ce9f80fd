declare const unit: unique symbol;

/**
 * A point in time: milliseconds since 1970-01-01T00:00Z. To the compiler it is another thing than a plain number, a
 * length of time or a text; at run time it is a number. Arithmetic gives a plain number, so `plus` and `minus` move it.
 */
export type Instant = number & { readonly [unit]: 'instant' };

/** A length of time. A plain number is one; an instant and minutes are not. */
export type Milliseconds = number & { readonly [unit]?: 'milliseconds' };

/** A length of time, or a time of day since midnight. A plain number is one; an instant and milliseconds are not. */
export type Minutes = number & { readonly [unit]?: 'minutes' };

/** Returns the instant of epoch milliseconds that come from outside: of a clock, a database, a column of numbers. */
export function instant(milliseconds: number): Instant {
  return milliseconds as Instant;
}

/** Returns the instant that an ISO 8601 text names. The text is known to be valid: NaN comes of any other. */
export function parseInstant(text: string): Instant {
  return Date.parse(text) as Instant;
}

/** Returns the instant so much later. */
export function plus(start: Instant, length: Milliseconds): Instant {
  return (start + length) as Instant;
}

/** Returns the instant so much earlier. */
export function minus(end: Instant, length: Milliseconds): Instant {
  return (end - length) as Instant;
}

/** Returns the first of these in time. */
export function earliest(...instants: readonly Instant[]): Instant {
  return Math.min(...instants) as Instant;
}

/** Returns the last of these in time. */
export function latest(...instants: readonly Instant[]): Instant {
  return Math.max(...instants) as Instant;
}

/** Returns the instant of the machine's clock. */
export function systemNow(): Instant {
  return Date.now() as Instant;
}
