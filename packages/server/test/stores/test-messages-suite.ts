import { describe, expect, it } from 'vitest';
import type { TestMessage, TestMessages } from '../../src/application/ports/test-messages.ts';
import { anId, now, scope } from './fixtures.ts';

/** A mail with something in every field. */
export function aTestMessage(given: Partial<TestMessage> = {}): TestMessage {
  return {
    ...scope,
    id: anId(),
    deliveryId: `${anId()}:email:attendee`,
    bookingId: anId(),
    kind: 'confirmed',
    role: 'attendee',
    message: {
      channel: 'email',
      to: 'ana@example.com',
      fromName: 'Harbour Strength',
      subject: 'Your session',
      text: 'Hello',
      html: '<p>Hello',
      headers: { 'Message-ID': '<a.b@fit.example>', 'x.y': '$1' },
      calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR' },
    },
    sentAt: now,
    ...given,
  };
}

/** The tests that every implementation of the port passes. */
export function testMessagesSuite(open: () => TestMessages): void {
  const kept = async (given: Partial<TestMessage> = {}) => {
    const message = { bookingId: anId(), ...aTestMessage(given) };
    await open().keep(message, now);
    return message;
  };

  describe('messages of tests', () => {
    it('lists messages in the order of their ids, of one partner and mode, page by page', async () => {
      const partnerId = anId();
      const messages = [await kept({ partnerId }), await kept({ partnerId }), await kept({ partnerId })];
      await kept();
      const of = { partnerId, mode: 'test' } as const;
      expect(await open().list({ ...of, limit: 2 })).toEqual(messages.slice(0, 2));
      expect(await open().list({ ...of, limit: 2, after: messages[1]!.id })).toEqual(messages.slice(2));
      expect(await open().list({ ...of, mode: 'live', limit: 2 })).toEqual([]);
    });

    it('finds messages by their booking and forgets them with it', async () => {
      const [first, other] = [await kept(), await kept()];
      const of = (bookingId: string) => open().list({ ...scope, bookingId, limit: 10 });
      expect(await of(first.bookingId)).toEqual([first]);
      await open().forget(scope, []);
      await open().forget({ ...scope, mode: 'live' }, [first.bookingId]);
      expect(await of(first.bookingId)).toEqual([first]);
      await open().forget(scope, [first.bookingId]);
      expect(await of(first.bookingId)).toEqual([]);
      expect(await of(other.bookingId)).toEqual([other]);
    });
  });

  it('forgets messages about an account with the account', async () => {
    const partnerId = anId();
    const { bookingId: _, ...mail } = aTestMessage({
      partnerId,
      userId: anId(),
      kind: 'password_reset',
      role: 'account',
    });
    await open().keep(mail, now);
    const all = () => open().list({ partnerId, mode: 'test', limit: 5 });
    await open().forget({ partnerId, mode: 'test' }, [anId()]);
    expect(await all()).toEqual([mail]);
    await open().forget({ partnerId, mode: 'test' }, [mail.userId!]);
    expect(await all()).toEqual([]);
  });

  it('takes failures that a test asked for one by one, by channel', async () => {
    const of = { ...scope, partnerId: anId() };
    await open().failNext(of, 'email', '5xx', 5);
    await open().failNext(of, 'email', 'timeout', 2);
    expect(await open().takeFailure(of, 'sms')).toBeNull();
    expect(await open().takeFailure({ ...of, partnerId: anId() }, 'email')).toBeNull();
    const taken = [];
    for (let i = 0; i < 3; i++) taken.push(await open().takeFailure(of, 'email'));
    expect(taken).toEqual(['timeout', 'timeout', null]);
  });
}
