import type { Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';

/** The number that may begin at once, and the number that is added each second. */
export interface BucketSize {
  readonly burst: number;
  readonly perSecond: number;
}

/** Tokens of one endpoint, as of an instant. */
export interface TokenBucket {
  readonly tokens: number;
  readonly at: Instant;
}

const filled = (bucket: TokenBucket | undefined, { burst, perSecond }: BucketSize, now: Instant): number =>
  bucket === undefined ? burst : Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) * perSecond) / SECOND);

/** Returns whether there is a token at this instant. */
export function hasToken(bucket: TokenBucket | undefined, size: BucketSize, now: Instant): boolean {
  return filled(bucket, size, now) >= 1;
}

/** Returns the bucket with one token less. */
export function withoutToken(bucket: TokenBucket | undefined, size: BucketSize, now: Instant): TokenBucket {
  return { tokens: filled(bucket, size, now) - 1, at: now };
}
