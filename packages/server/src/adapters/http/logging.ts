import type { Logger } from 'pino';
import type { RequestState } from './request-state.ts';

/** The end of a request. */
export interface Ending {
  readonly status: number;
  /** Milliseconds. */
  readonly ms: number;
  /** The client disconnected before the answer was sent. */
  readonly left: boolean;
}

/**
 * Logs one line per request: how it ended, and nothing that a visitor or a partner sent: no address, no query, no
 * header, no body, no id in a path. Written by pino itself, since a logger of its own for each request costs a quarter
 * of a read.
 */
export function logRequest(
  logger: Logger,
  { requestId, operation, code, caller }: RequestState,
  { status, ms, left }: Ending,
): void {
  const line = {
    requestId,
    operationId: operation?.id,
    keyId: caller?.keyId,
    mode: caller?.mode,
    status,
    code,
    ms: Math.round(ms),
    ...(left && { left }),
  };
  if (status >= 500) logger.error(line, 'request');
  else logger.info(line, 'request');
}
