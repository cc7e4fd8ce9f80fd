import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { aDelivery } from '../../../test/stores/deliveries-suite.ts';
import { now } from '../../../test/stores/fixtures.ts';
import { sentAgain } from './again.ts';

const later = plus(now, 60_000);

describe('R46 a message that is sent again', () => {
  it.each([
    ['failed', 1],
    ['skipped', 1],
    ['unknown', 1],
    ['due', null],
    ['leased', null],
    ['sending', null],
    ['sent', null],
    ['delivered', null],
  ] as const)('sends a message again that is %s: again %s', (state, again) => {
    const message = aDelivery({ state });
    expect(sentAgain(message, [message], later)?.again ?? null).toBe(again);
  });

  it('makes a new message, due at once, with nothing of how the first one ended', () => {
    const message = aDelivery({
      state: 'failed',
      code: '550',
      attempt: 7,
      failures: 7,
      settledAt: now,
      providerId: 'x',
    });
    const { code: _code, settledAt: _at, providerId: _id, ...same } = message;
    expect(sentAgain(message, [message], later)).toEqual({
      ...same,
      id: `${message.id}:again:1`,
      again: 1,
      state: 'due',
      attempt: 0,
      failures: 0,
      dueAt: later,
      createdAt: later,
    });
  });

  it('follows the last one, whichever is named, and never one that may still arrive', () => {
    const first = aDelivery({ state: 'failed' });
    const second = sentAgain(first, [first], later)!;
    expect(sentAgain(first, [first, second], later)).toBeNull();
    const failed = { ...second, state: 'unknown' } as const;
    const other = aDelivery({ state: 'sent', bookingId: first.bookingId });
    for (const named of [first, failed])
      expect(sentAgain(named, [first, failed, other], later)?.id).toBe(`${first.id}:again:2`);
  });

  it('sends a message again five times at most', () => {
    let all = [aDelivery({ state: 'failed' })];
    for (let n = 1; n <= 5; n++) all = [...all, { ...sentAgain(all[0]!, all, later)!, state: 'failed' }];
    expect(all.at(-1)!.id).toMatch(/:again:5$/);
    expect(sentAgain(all[0]!, all, later)).toBeNull();
  });
});
