import { randomUUID } from 'node:crypto';

const ACCEPTED_ID = /^[\w.:-]{8,64}$/;

/** Returns the caller's own id of the request when it is harmless in logs and headers, else a new one. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && ACCEPTED_ID.test(given) ? given : randomUUID();
}
