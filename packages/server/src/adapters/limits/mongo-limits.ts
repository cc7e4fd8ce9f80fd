import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { RateLimiterMongo } from 'rate-limiter-flexible';
import type { LimitName, RateLimits } from '../../application/ports/rate-limits.ts';
import { createLeasedLimits, windows, type LeasedLimitsOptions, type LimitSizes } from './leased-limits.ts';

/**
 * Creates limits counted in the collection `rate_limits` of an open connection, over all processes that share it. A TTL
 * index removes entries with their window. They hold a hash of key and address, and name neither partner nor person.
 */
export async function createMongoLimits(
  connection: Connection,
  sizes: LimitSizes,
  isFull: LeasedLimitsOptions['isFull'] = () => false,
): Promise<RateLimits> {
  const counterOf = (name: LimitName): RateLimiterMongo =>
    new RateLimiterMongo({
      storeClient: connection.getClient(),
      dbName: connection.name,
      tableName: 'rate_limits',
      keyPrefix: name,
      points: sizes[name],
      duration: windows[name],
      disableIndexesCreation: true,
    });
  const counters = {
    reads: counterOf('reads'),
    writes: counterOf('writes'),
    stats: counterOf('stats'),
    meetings: counterOf('meetings'),
    imports: counterOf('imports'),
    holds: counterOf('holds'),
    logins: counterOf('logins'),
    loginsOfAddress: counterOf('loginsOfAddress'),
    loginsOfAccount: counterOf('loginsOfAccount'),
    codes: counterOf('codes'),
    mails: counterOf('mails'),
    registrations: counterOf('registrations'),
    incentives: counterOf('incentives'),
  };
  await counters.reads.createIndexes();
  const keyOf = (subject: string): string => createHash('sha256').update(subject).digest('base64url');
  return createLeasedLimits({ counters, keyOf, now: () => performance.now(), isFull });
}
