import { createHash, timingSafeEqual } from 'node:crypto';

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/**
 * Returns a check of the operator's key, in constant time. Only its hash stays in memory. Without a key the check
 * always fails.
 */
export function operatorKeyCheck(operatorKey: string | undefined): (key: string) => boolean {
  if (operatorKey === undefined) return () => false;
  const expected = hashOf(operatorKey);
  return (key) => timingSafeEqual(hashOf(key), expected);
}
