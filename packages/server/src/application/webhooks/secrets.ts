import type { EndpointSecret } from '../../domain/webhook/endpoint.ts';
import type { Core } from '../ports/core.ts';

/** Of a secret by Standard Webhooks; the rest is Base64. */
export const SECRET_PREFIX = 'whsec_';

/** Returns a new secret of 256 random bits. */
export function makeSecret({ newSecret, realNow }: Pick<Core, 'newSecret' | 'realNow'>, id: string): EndpointSecret {
  const key = `${SECRET_PREFIX}${Buffer.from(newSecret(), 'base64url').toString('base64')}`;
  return { id, key, createdAt: realNow() };
}
