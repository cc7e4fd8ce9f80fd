import type { RecordPlace } from './external-record.ts';

/**
 * Returns whether two places are one: what was made at one can be changed through the other. A host who connects again
 * has another connection and is the same host.
 */
export function isSamePlace(
  one: Pick<RecordPlace, 'provider' | 'account'>,
  other: Pick<RecordPlace, 'provider' | 'account'>,
): boolean {
  const [a, b] = [one.account, other.account];
  if (one.provider !== other.provider || a.sourceId !== b.sourceId || a.host !== b.host) return false;
  return a.host !== undefined || a.sourceId !== undefined || a.connectionId === b.connectionId;
}
