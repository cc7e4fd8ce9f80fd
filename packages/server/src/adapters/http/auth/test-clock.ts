import type { IncomingHttpHeaders } from 'node:http';
import { parseInstant, type Instant } from '@coach-booking/time/instant';
import type { Mode } from '../../../application/kernel/context.ts';
import { Refusal } from '../../../application/kernel/refusal.ts';
import { isInstant } from '../validation/formats.ts';

/**
 * Returns the clock of the rules: real time, or `X-Test-Now` in test mode.
 * @throws Refusal TEST_CLOCK_NOT_ALLOWED in live mode, INVALID_REQUEST when it is no instant
 */
export function clockOf(headers: IncomingHttpHeaders, mode: Mode, realNow: () => Instant): Instant {
  const given = headers['x-test-now'];
  if (given === undefined) return realNow();
  if (mode !== 'test') throw new Refusal('TEST_CLOCK_NOT_ALLOWED', 'X-Test-Now works in test mode only.');
  if (typeof given !== 'string' || !isInstant(given)) {
    const message = 'must be an instant in UTC such as 2026-04-14T13:00:00Z';
    throw new Refusal('INVALID_REQUEST', `X-Test-Now ${message}`, { problems: [{ path: 'X-Test-Now', message }] });
  }
  return parseInstant(given);
}
