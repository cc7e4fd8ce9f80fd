import type { Partner } from '../ports/partners.ts';

/**
 * The absolute address of a hosted page, as the people of a partner reach it: on the partner's own host, else by its
 * short name on the server's. `path` begins with a slash.
 */
export function pageAddress(publicUrl: string, partner: Pick<Partner, 'slug' | 'hosts'> | null, path: string): string {
  const [host] = partner?.hosts ?? [];
  if (partner === null) return `${publicUrl}${path}`;
  return host === undefined
    ? `${publicUrl}/p/${partner.slug}${path}`
    : `${new URL(publicUrl).protocol}//${host}${path}`;
}
