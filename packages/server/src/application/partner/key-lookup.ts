import { createHash } from 'node:crypto';
import type { PartnerKey } from '../ports/partners.ts';

/**
 * Returns what a key is found by: a publishable one by itself, a secret one by its SHA-256 in hex, which is all that is
 * stored of it.
 */
export function lookupOf(kind: PartnerKey['kind'], key: string): string {
  return kind === 'publishable' ? key : createHash('sha256').update(key).digest('hex');
}
