import { createHash } from 'node:crypto';
import type { Partner } from '../../../application/ports/partners.ts';

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

export const testKey = 'pk_test_fit';
export const liveKey = 'pk_live_fit';
export const revokedKey = 'pk_test_revoked';
export const testSecret = 'sk_test_fit';
export const liveSecret = 'sk_live_fit';
export const otherKey = 'pk_test_other';
export const fitOrigin = 'https://fit.example';
export const otherOrigin = 'https://other.example';
export const revokedAt = Date.UTC(2026, 0, 1);

/** Two partners, each with an origin of its own. */
export const testPartners: readonly Partner[] = [
  {
    id: '665f00000000000000000099',
    name: 'Fit',
    allowedOrigins: [fitOrigin],
    keys: [
      { id: 'k1', kind: 'publishable', mode: 'test', lookup: testKey },
      { id: 'k2', kind: 'publishable', mode: 'live', lookup: liveKey },
      { id: 'k3', kind: 'publishable', mode: 'test', lookup: revokedKey, revokedAt },
      { id: 'k4', kind: 'secret', mode: 'test', lookup: hashOf(testSecret) },
      { id: 'k5', kind: 'secret', mode: 'live', lookup: hashOf(liveSecret) },
    ],
  },
  {
    id: '665f00000000000000000098',
    name: 'Other',
    allowedOrigins: [otherOrigin],
    keys: [{ id: 'k6', kind: 'publishable', mode: 'test', lookup: otherKey }],
  },
];
