import type { Request } from 'express';
import type { PageAddress } from '../../application/pages/page-lookups.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Returns the parts of the address that name the partner. A parameter that the route lacks is the router's above. */
export function addressOf({ params, query, headers }: Request): PageAddress {
  return {
    slug: text((params as Readonly<Record<string, unknown>>).partner),
    key: text(query.key),
    host: headers.host?.toLowerCase(),
  };
}
