import { isConnection } from '../errors/connection-error.ts';
import { isServerFailure } from '../errors/server-error.ts';

/** Returns whether a write may have taken effect although it failed: only the same idempotency key is safe then. */
export function isUnresolved(error: unknown): boolean {
  return isConnection(error) || isServerFailure(error);
}
