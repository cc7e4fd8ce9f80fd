import { createHash } from 'node:crypto';
import { instant } from '@coach-booking/time/instant';
import type { Partner } from '../../src/application/ports/partners.ts';

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

export const testKey = 'pk_test_fit';
export const liveKey = 'pk_live_fit';
export const revokedKey = 'pk_test_revoked';
export const testSecret = 'sk_test_fit';
export const liveSecret = 'sk_live_fit';
export const otherKey = 'pk_test_other';
export const fitOrigin = 'https://fit.example';
export const otherOrigin = 'https://other.example';
export const rolledSecret = 'sk_test_rolled';
export const rolledOutSecret = 'sk_test_rolled_out';
const createdAt = instant(Date.UTC(2025, 11, 1));
export const revokedAt = instant(Date.UTC(2026, 0, 1));
/** Until when the overlap of the rolled key lasts. */
export const rolledOutAt = instant(Date.UTC(2026, 3, 10));
export const rolledUntil = instant(Date.UTC(2026, 3, 11));

/** Two partners, each with an origin of its own. */
export const testPartners: readonly Partner[] = [
  {
    id: '665f00000000000000000099',
    slug: 'fit',
    name: 'Fit',
    allowedOrigins: [fitOrigin],
    hosts: [],
    keys: [
      { id: 'k1', kind: 'publishable', mode: 'test', lookup: testKey, createdAt },
      { id: 'k2', kind: 'publishable', mode: 'live', lookup: liveKey, createdAt },
      { id: 'k3', kind: 'publishable', mode: 'test', lookup: revokedKey, createdAt, revokedAt },
      { id: 'k4', kind: 'secret', mode: 'test', lookup: hashOf(testSecret), ending: '_fit', createdAt },
      { id: 'k5', kind: 'secret', mode: 'live', lookup: hashOf(liveSecret), ending: '_fit', createdAt },
      {
        id: 'k7',
        kind: 'secret',
        mode: 'test',
        lookup: hashOf(rolledSecret),
        ending: 'lled',
        createdAt,
        expiresAt: rolledUntil,
      },
      {
        id: 'k8',
        kind: 'secret',
        mode: 'test',
        lookup: hashOf(rolledOutSecret),
        ending: '_out',
        createdAt,
        expiresAt: rolledOutAt,
      },
    ],
    branding: {},
    limits: {},
    version: 1,
  },
  {
    id: '665f00000000000000000098',
    slug: 'other',
    name: 'Other',
    allowedOrigins: [otherOrigin],
    hosts: [],
    keys: [{ id: 'k6', kind: 'publishable', mode: 'test', lookup: otherKey, createdAt }],
    branding: {},
    limits: {},
    version: 1,
  },
];
