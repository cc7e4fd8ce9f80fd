import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { OutletFailure, type OutgoingMessage } from '../../application/ports/outlets.ts';
import { MAX_PAYLOAD, type Push, type PushOptions } from '../../application/ports/push.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { aSubscription } from '../../../test/stores/push-subscriptions-suite.ts';
import { createMemoryStores } from '../memory/stores.ts';
import { optionsOf, payloadOf, pushOutlet } from './push-outlet.ts';

const at = instant(Date.parse('2028-04-11T08:00:00Z'));
const inMinutes = (minutes: number) => instant(at + minutes * 60_000);
const delivery = (given: Partial<Delivery> = {}) =>
  ({ id: 'event:push:attendee', kind: 'reminder', about: { start: inMinutes(30) }, ...given }) as Delivery;
const message = (given: Partial<Extract<OutgoingMessage, { channel: 'push' }>> = {}) =>
  ({
    channel: 'push',
    to: 'ana',
    title: 'Soon',
    body: 'At 10:30',
    url: 'https://book.example/manage/x',
    ...given,
  }) as const;

describe('a push message', () => {
  it('keeps a push message for a device until the session begins, at most a day, at least a minute', () => {
    const ttl = (given: Partial<Delivery>) => optionsOf(delivery(given), at).ttl;
    expect(ttl({})).toBe(1800);
    expect(ttl({ about: { start: inMinutes(3 * 1440) } as Delivery['about'] })).toBe(86_400);
    expect(ttl({ about: { start: inMinutes(0) } as Delivery['about'] })).toBe(60);
    expect(ttl({ kind: 'cancelled' })).toBe(86_400);
  });

  it('gives a push message one topic of 32 characters each time it is sent, and no other message that one', () => {
    const topic = (id: string) => optionsOf(delivery({ id }), at).topic;
    expect(topic('a:push:coach')).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(topic('a:push:coach')).toBe(topic('a:push:coach'));
    expect(topic('a:push:coach')).not.toBe(topic('b:push:coach'));
  });

  it('marks a push message as urgent that requires an act soon', () => {
    const urgency = (kind: Delivery['kind']) => optionsOf(delivery({ kind }), at).urgency;
    expect([urgency('reminder'), urgency('requested'), urgency('changed')]).toEqual(['high', 'high', 'normal']);
  });

  it.each(['x'.repeat(9000), '👩‍👩‍👧'.repeat(900), '"\n'.repeat(3000), '\u0001'.repeat(4000)])(
    'cuts a push message where a push service takes no more, and keeps it readable',
    (body) => {
      const payload = payloadOf(message({ body }), 'tag');
      expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(MAX_PAYLOAD);
      expect(Buffer.byteLength(payload)).toBeGreaterThan(MAX_PAYLOAD - 80);
      const shown = JSON.parse(payload) as { body: string };
      expect(shown.body.endsWith('…')).toBe(true);
      expect(body.startsWith(shown.body.slice(0, -1))).toBe(true);
    },
  );

  it('says what is to be shown and where it leads', () => {
    const shown = { title: 'Soon', body: 'At 10:30', url: 'https://book.example/manage/x', tag: 't' };
    expect(JSON.parse(payloadOf(message(), 't'))).toEqual(shown);
  });
});

describe('the way of push messages', () => {
  const gone = new OutletFailure('GONE', { isFinal: true });
  const later = new OutletFailure('503');
  const none = new OutletFailure('400', { isFinal: true });
  async function sent(answers: readonly (OutletFailure | null)[]) {
    const { pushSubscriptions } = createMemoryStores();
    const devices = answers.map((_, n) =>
      aSubscription({ userId: 'ana', id: `d${n}`, endpoint: `https://p.example/${n}` }),
    );
    for (const device of devices) await pushSubscriptions.save(device);
    const asked: (PushOptions & { endpoint: string })[] = [];
    const push: Push = {
      publicKey: async () => '',
      send: async ({ endpoint }, _payload, options) => {
        asked.push({ endpoint, ...options });
        const failure = answers[Number(endpoint.at(-1))];
        if (failure) throw failure;
        return {};
      },
    };
    const end = await pushOutlet({ push, pushSubscriptions })(message(), delivery(), at).catch(
      (error: unknown) => error,
    );
    return { end, asked, left: (await pushSubscriptions.of('ana')).map(({ id }) => id).toSorted() };
  }

  it('leads to all devices of a person', async () => {
    const { end, asked } = await sent([null, null]);
    expect(end).toEqual({});
    expect(asked.map(({ endpoint }) => endpoint).toSorted()).toEqual(['https://p.example/0', 'https://p.example/1']);
  });

  it('forgets devices that are gone, and is done once one took it', async () => {
    expect(await sent([gone, null, later])).toMatchObject({ end: {}, left: ['d1', 'd2'] });
  });

  it('tries a push message again while a device may take it later', async () => {
    expect(await sent([none, gone, later])).toMatchObject({ end: later, left: ['d0', 'd2'] });
  });

  it('ends where no device is left', async () => {
    expect(await sent([gone])).toMatchObject({ end: gone, left: [] });
    expect(await sent([])).toMatchObject({ end: { code: 'GONE', isFinal: true } });
  });
});
