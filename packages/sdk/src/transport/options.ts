/** Settings of one call; every one is optional. */
export interface CallOptions {
  /** Aborts the call and its retries; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Replaces the fresh key that a creating call sends. The same key and body give the same answer for a day. */
  readonly idempotencyKey?: string | undefined;
  /** The manage token of one booking, in place of the transport's. */
  readonly bookingToken?: string | undefined;
  /** Milliseconds for each attempt, in place of the transport's. */
  readonly timeout?: number | undefined;
  /**
   * For secret keys: the IP address of the visitor on whose behalf your server calls, so that limits of sign-in count
   * that visitor and not all of yours together. `socket.remoteAddress`, or the one that your own proxy sets; never one
   * that the visitor sends.
   */
  readonly clientAddress?: string | undefined;
}

interface CommonOptions {
  /** Origin that serves the API, such as `https://book.example`; the paths add `/v1`. */
  readonly baseUrl: string;
  /** Replaces the global `fetch`; called with one `Request`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds for each attempt. Default 10,000. */
  readonly timeout?: number;
  /** The number of retries of a call that may be repeated. Default 2. */
  readonly retries?: number;
  /**
   * Returns the milliseconds before the n-th retry, n from 1. Default about 300, 600, 1200, with jitter. `Retry-After`
   * counts in its place.
   */
  readonly backoff?: (attempt: number) => number;
  /** Sets the clock of each request, as a UTC instant. Only test keys may. */
  readonly testNow?: string | (() => string);
}

interface PublishableKeyOptions extends CommonOptions {
  readonly operatorKey?: never;
  /** `pk_…`: names the partner; for browsers, from the allowed origins. */
  readonly publishableKey: string;
  readonly secretKey?: never;
  readonly session?: never;
  /** The manage token of one booking. */
  readonly bookingToken?: string;
}

interface SecretKeyOptions extends CommonOptions {
  readonly operatorKey?: never;
  /** `sk_…`: for a partner's own server, never for a browser. */
  readonly secretKey: string;
  readonly publishableKey?: never;
  readonly bookingToken?: never;
  readonly session?: never;
}

interface OperatorKeyOptions extends CommonOptions {
  /** The server's `OPERATOR_KEY`: opens the operations on all partners, and no other. Never for a browser. */
  readonly operatorKey: string;
  readonly publishableKey?: never;
  readonly secretKey?: never;
  readonly bookingToken?: never;
  readonly session?: never;
}

interface BookingTokenOptions extends CommonOptions {
  readonly operatorKey?: never;
  /** The manage token of one booking, which opens that booking and nothing else. */
  readonly bookingToken: string;
  readonly publishableKey?: never;
  readonly secretKey?: never;
  readonly session?: never;
}

/**
 * Returns the access token of the person who signed in, or null when no person is; called before each request.
 * `refused` is the token that the server just refused as expired or invalid: the result should be another one, or null.
 * `createSession(…).token` is such a function.
 */
export type SessionToken = (asked?: {
  readonly expired: true;
  readonly refused: string;
}) => string | null | Promise<string | null>;

/** A person who signed in. */
export interface SessionTransportOptions extends CommonOptions {
  readonly operatorKey?: never;
  /**
   * The session of a person, for browsers too. A request whose token was refused is sent once more with the next one.
   */
  readonly session: SessionToken;
  readonly publishableKey?: never;
  readonly secretKey?: never;
  readonly bookingToken?: never;
}

/** The credentials of a visitor's page: a publishable key, a manage token, or both. */
export type KeyTransportOptions = PublishableKeyOptions | BookingTokenOptions;

/**
 * Exactly one credential of the caller: a publishable key (with or without a manage token), a secret key, the
 * operator's key, a manage token alone, or a session.
 */
export type TransportOptions =
  PublishableKeyOptions | SecretKeyOptions | OperatorKeyOptions | BookingTokenOptions | SessionTransportOptions;
