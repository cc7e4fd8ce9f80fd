import type { ConnectionCause } from '../errors/connection-error.ts';
import type { FailureReader } from './key-transport.ts';

interface Failure extends Error {
  readonly code: string | number | undefined;
}

/**
 * Returns a reader of errors that `fetch` threw. The browser's or Node's own throws only for network failures; a
 * `fetch` of the caller may have a mistake in it.
 */
export function failuresOf(fetch: typeof globalThis.fetch | undefined): FailureReader {
  return { isMistake: (error) => !!fetch && !isOfNetwork(Object(error)), causeOf };
}

/** Engines have no class for it: a network failure has a code or a cause, or one of these texts. */
function isOfNetwork({ cause, code, message = '' }: Partial<Failure>): boolean {
  return !!(cause || code) || /fetch failed|to fetch|network|load failed|connection|terminated/i.test(message);
}

/** Returns the facts of an error. In Node the error of `fetch` has none of them; its own cause has all. */
function causeOf(error: unknown): ConnectionCause {
  const { cause = error, message: outer } = Object(error);
  const { name, message, code } = Object(cause);
  return { name, message: `${message || outer}`.replace(/\?[^\s)]*/g, ''), code };
}
