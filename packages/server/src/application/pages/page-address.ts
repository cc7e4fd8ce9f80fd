import type { Partner } from '../ports/partners.ts';

/**
 * Returns the absolute address of a hosted page for the people of a partner: on the partner's own host, else by its
 * slug on the server's. `path` begins with a slash.
 */
export function pageAddress(publicUrl: string, partner: Pick<Partner, 'slug' | 'hosts'> | null, path: string): string {
  const [host] = partner?.hosts ?? [];
  if (partner === null) return `${publicUrl}${path}`;
  return host === undefined
    ? `${publicUrl}/p/${partner.slug}${path}`
    : `${new URL(publicUrl).protocol}//${host}${path}`;
}
