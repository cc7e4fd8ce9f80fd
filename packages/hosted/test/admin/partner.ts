import type { Partner } from '../../src/admin/calls.ts';
import { id } from './ids.ts';

export const partner: Partner = {
  id: id(81),
  slug: 'harbour',
  name: 'Harbour Strength',
  allowedOrigins: ['https://fit.example'],
  hosts: [],
  branding: { name: 'Harbour', accent: '#0f766e' },
  guestCaps: { bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 },
  challenge: false,
  videoFallback: { provider: 'jitsi', url: 'https://meet.fit.example' },
  requireSecondFactor: 'none',
  keys: [
    { id: id(31), kind: 'publishable', mode: 'test', hint: 'pk_test_x', createdAt: '2028-01-05T08:00:00Z' },
    { id: id(32), kind: 'secret', mode: 'test', hint: '…9f3c', createdAt: '2028-01-05T08:00:00Z' },
    {
      id: id(33),
      kind: 'secret',
      mode: 'test',
      hint: '…0001',
      createdAt: '2028-01-05T08:00:00Z',
      revokedAt: '2028-02-05T08:00:00Z',
    },
  ],
  version: 4,
};
