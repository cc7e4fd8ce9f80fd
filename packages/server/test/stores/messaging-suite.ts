import { describe, expect, it } from 'vitest';
import type { Messaging, MessagingSettings } from '../../src/application/ports/messaging.ts';
import { anId, scope } from './fixtures.ts';

/** Settings with something in every field. */
export function someMessaging(given: Partial<MessagingSettings> = {}): MessagingSettings {
  return {
    email: { senderName: 'Harbour Strength', replyTo: 'hello@fit.example' },
    postalAddress: 'Pier 3\nBoston',
    attachCalendar: false,
    sms: {
      provider: 'twilio',
      accountSid: `AC${'0'.repeat(32)}`,
      authToken: 'f'.repeat(32),
      from: '+15005550006',
      maxPerDay: 500,
    },
    quietHours: { from: '22:00', to: '07:30' },
    hookToken: anId(),
    version: 1,
    ...given,
  };
}

/** The tests that every implementation of the port passes. */
export function messagingSuite(open: () => Messaging): void {
  describe('settings of messages', () => {
    it('finds settings of one partner and mode', async () => {
      const of = { ...scope, partnerId: anId() };
      const settings = someMessaging();
      expect(await open().of(of)).toBeNull();
      expect(await open().replace(of, settings, 0)).toBe(true);
      expect(await open().of(of)).toEqual(settings);
      expect(await open().of({ ...of, mode: 'live' })).toBeNull();
      expect(await open().of({ ...of, partnerId: anId() })).toBeNull();
    });

    it('replaces settings by compare-and-set, with what is gone', async () => {
      const of = { ...scope, partnerId: anId() };
      await open().replace(of, someMessaging(), 0);
      expect(await open().replace(of, someMessaging(), 0)).toBe(false);
      expect(await open().replace(of, someMessaging({ version: 3 }), 2)).toBe(false);
      const { sms: _sms, postalAddress: _address, ...bare } = someMessaging({ email: {}, version: 2 });
      expect(await open().replace(of, bare, 1)).toBe(true);
      expect(await open().of(of)).toEqual(bare);
    });

    it('finds settings by the token in the URL of a provider', async () => {
      const of = { ...scope, partnerId: anId() };
      const settings = someMessaging();
      await open().replace(of, settings, 0);
      expect(await open().byHookToken(settings.hookToken!)).toEqual({ ...of, settings });
      expect(await open().byHookToken(anId())).toBeNull();
    });
  });
}
