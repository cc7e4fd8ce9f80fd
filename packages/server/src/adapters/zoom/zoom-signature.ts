import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE, SECOND } from '@coach-booking/time/units';
import type { Instant } from '@coach-booking/time/instant';

/** A request that claims to be Zoom's. */
export interface SignedRequest {
  /** `x-zm-signature` */
  readonly signature: string;
  /** `x-zm-request-timestamp`: seconds since 1970. */
  readonly timestamp: string;
  /** The very bytes. */
  readonly body: Buffer;
}

/** A request that was signed earlier or later than that may be one of another day, sent again by somebody else. */
const TOLERANCE = 5 * MINUTE;

/** Returns the HMAC-SHA256 of a text in hexadecimal, as Zoom writes it. */
export function zoomHash(secret: string, ...parts: readonly (string | Buffer)[]): string {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

/** Returns whether Zoom has signed this request with the secret, a short time ago. */
export function isZoomSignature({ signature, timestamp, body }: SignedRequest, secret: string, now: Instant): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp) * SECOND) > TOLERANCE) return false;
  const expected = Buffer.from(`v0=${zoomHash(secret, `v0:${timestamp}:`, body)}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
