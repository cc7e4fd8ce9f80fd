import { describe, expect, it } from 'vitest';
import type { OptOutContact, OptOuts } from '../../src/application/ports/opt-outs.ts';
import { anId, now, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function optOutsSuite(open: () => OptOuts): void {
  const phone: OptOutContact = { channel: 'sms', address: '+12125550100' };
  const email: OptOutContact = { channel: 'email', address: 'ana@example.com' };

  describe('what a contact wants no more', () => {
    it('is nothing at first', async () => {
      expect(await open().of({ ...scope, partnerId: anId() }, phone)).toEqual(new Set());
    });

    it('is that of one partner, mode and channel', async () => {
      const of = { ...scope, partnerId: anId() };
      await open().add(of, phone, 'all', now);
      expect(await open().of(of, phone)).toEqual(new Set(['all']));
      expect(await open().of({ ...of, mode: 'live' }, phone)).toEqual(new Set());
      expect(await open().of({ ...of, partnerId: anId() }, phone)).toEqual(new Set());
      expect(await open().of(of, { ...phone, channel: 'email' })).toEqual(new Set());
      expect(await open().of(of, { ...phone, address: '+12125550101' })).toEqual(new Set());
    });

    it('is noted kind by kind, each once, also by several at the same moment', async () => {
      const of = { ...scope, partnerId: anId() };
      await Promise.all([1, 2, 3, 4].map(() => open().add(of, email, 'reminder', now)));
      await open().add(of, email, 'follow_up', now);
      expect(await open().of(of, email)).toEqual(new Set(['reminder', 'follow_up']));
    });

    it('is taken back, and can be said again', async () => {
      const of = { ...scope, partnerId: anId() };
      await open().remove(of, email, 'reminder');
      await open().add(of, email, 'reminder', now);
      await open().add(of, email, 'follow_up', now);
      await open().remove(of, email, 'reminder');
      expect(await open().of(of, email)).toEqual(new Set(['follow_up']));
      await open().add(of, email, 'reminder', now);
      expect(await open().of(of, email)).toEqual(new Set(['reminder', 'follow_up']));
    });
  });
}
