import { createHmac } from 'node:crypto';
import type { Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { SECRET_PREFIX } from './secrets.ts';

interface ToSign {
  /** The same for every attempt. */
  readonly id: string;
  /** Of this attempt. */
  readonly at: Instant;
  readonly body: string;
}

/** Returns the signature of one secret, `v1,<Base64>`: HMAC-SHA256 of `<id>.<seconds>.<body>`, by Standard Webhooks. */
const signature = (secret: string, { id, at, body }: ToSign): string => {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key)
    .update(`${id}.${Math.floor(at / SECOND)}.${body}`)
    .digest('base64')}`;
};

/** Returns the headers of an attempt, signed with each of these secrets. */
export function signedHeaders(secrets: readonly string[], signed: ToSign): Readonly<Record<string, string>> {
  return {
    'webhook-id': signed.id,
    'webhook-timestamp': String(Math.floor(signed.at / SECOND)),
    'webhook-signature': secrets.map((secret) => signature(secret, signed)).join(' '),
  };
}
