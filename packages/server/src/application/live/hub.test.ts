import { describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { MAX_HINTS, type Hint } from '../../domain/live/hint.ts';
import { createMemoryFeeds } from '../../adapters/memory/feeds.ts';
import type { Feeds } from '../ports/feeds.ts';
import { createMemoryState } from '../../adapters/memory/memory-state.ts';
import { createFakeTimers } from '../../../test/application/fake-timers.ts';
import { NOW } from '../../../test/application/world.ts';
import type { Delivery } from './delivery.ts';
import { createHub } from './hub.ts';

const scope = { partnerId: 'a'.repeat(24), mode: 'test' } as const;
const ANN = '1'.repeat(24);
const BOB = '2'.repeat(24);
const MINUTE = 60_000;

const given = () => {
  const timers = createFakeTimers(NOW);
  const { feeds: stored } = createMemoryState();
  const memory = createMemoryFeeds({ feeds: stored });
  const asked: string[][] = [];
  const errors: unknown[] = [];
  let down = false;
  const feeds: Feeds = {
    ...memory,
    since: async (seen) => {
      asked.push([...seen.keys()]);
      if (down) throw new Error('away');
      return memory.since(seen);
    },
  };
  const hub = createHub({ feeds, realNow: timers.now, timers, onError: (error) => errors.push(error) });
  const publish = (coach: string, ...hints: Partial<Hint>[]) =>
    memory.publish(
      scope,
      coach,
      hints.map((hint) => ({ kind: 'booking', dates: [], at: timers.now(), ...hint })),
    );
  /** Follows a coach, and collects the deliveries, heartbeats excluded. */
  const follow = async (coach: string, after: number | null = null) => {
    const deliveries: Delivery[] = [];
    const stop = await hub.follow(coach, after, (delivery) => deliveries.push(delivery));
    const numbers = () =>
      deliveries.filter(({ type }) => type === 'hint').map((delivery) => (delivery.type === 'end' ? -1 : delivery.seq));
    const changes = () => deliveries.filter(({ type }) => type !== 'beat');
    return { deliveries, numbers, changes, stop: stop! };
  };
  return { timers, hub, stored, asked, errors, publish, follow, setDown: (value: boolean) => (down = value) };
};

describe('a watcher of a coach', () => {
  it('receives each hint once, in order, within a third of a second', async () => {
    const { timers, publish, follow } = given();
    const ann = await follow(ANN);
    await publish(ANN, { dates: ['2026-04-14'] }, { kind: 'hold', dates: ['2026-04-15'] });
    await timers.pass(300);
    await publish(ANN, { kind: 'schedule' });
    await timers.pass(900);
    expect(ann.changes()).toEqual([
      { type: 'hint', seq: 1, kind: 'booking', dates: ['2026-04-14'] },
      { type: 'hint', seq: 2, kind: 'hold', dates: ['2026-04-15'] },
      { type: 'hint', seq: 3, kind: 'schedule', dates: [] },
    ]);
  });

  it('receives nothing of other coaches', async () => {
    const { timers, publish, follow } = given();
    const [ann, bob] = [await follow(ANN), await follow(BOB)];
    await publish(BOB, {});
    await timers.pass(300);
    expect([ann.numbers(), bob.numbers()]).toEqual([[], [1]]);
  });

  it('receives the position of the feed at once, and again every 15 seconds', async () => {
    const { timers, publish, follow } = given();
    await publish(ANN, { at: minus(NOW, MINUTE) });
    const { deliveries } = await follow(ANN);
    await timers.pass(15_000);
    expect(deliveries).toEqual([
      { type: 'beat', seq: 1 },
      { type: 'beat', seq: 1 },
    ]);
  });

  it('receives no more after leaving', async () => {
    const { timers, publish, follow } = given();
    const [ann, other] = [await follow(ANN), await follow(ANN)];
    ann.stop();
    await publish(ANN, {});
    await timers.pass(300);
    expect([ann.numbers(), other.numbers()]).toEqual([[], [1]]);
  });

  it('receives it too in another process, since only the store numbers hints', async () => {
    const { timers, stored, publish, follow } = given();
    const other = createHub({ feeds: createMemoryFeeds({ feeds: stored }), realNow: timers.now, timers });
    const deliveries: Delivery[] = [];
    await other.follow(ANN, null, (delivery) => deliveries.push(delivery));
    const here = await follow(ANN);
    await publish(ANN, { kind: 'time_off' });
    await timers.pass(300);
    expect(deliveries.filter(({ type }) => type === 'hint')).toEqual(here.changes());
    other.stop();
  });
});

describe('a watcher that reconnects', () => {
  it('receives exactly what follows its last event', async () => {
    const { timers, publish, follow } = given();
    await publish(ANN, {}, {}, {}, {});
    const late = await follow(ANN, 2);
    expect(late.deliveries).toMatchObject([
      { type: 'hint', seq: 3 },
      { type: 'hint', seq: 4 },
      { type: 'beat', seq: 4 },
    ]);
    await publish(ANN, {});
    await timers.pass(300);
    expect(late.numbers()).toEqual([3, 4, 5]);
  });

  it('receives a hint once that is written while it connects', async () => {
    const { timers, publish, follow } = given();
    await follow(ANN);
    await publish(ANN, {});
    const late = await follow(ANN, 0);
    await timers.pass(600);
    expect(late.numbers()).toEqual([1]);
  });

  it('accepts a watcher that is ahead of this process', async () => {
    const { timers, publish, follow } = given();
    await follow(ANN);
    await publish(ANN, {}, {});
    const ahead = await follow(ANN, 2);
    expect(ahead.deliveries).toEqual([{ type: 'beat', seq: 2 }]);
    await publish(ANN, {});
    await timers.pass(300);
    expect(ahead.numbers()).toEqual([3]);
  });

  it.each([
    ['of before what is kept', 3],
    ['that was never sent', MAX_HINTS + 99],
    ['that is none', -1],
  ])('starts over with an id %s', async (_, after) => {
    const { publish, follow } = given();
    await publish(ANN, ...Array.from({ length: MAX_HINTS + 5 }, () => ({})));
    expect((await follow(ANN, after)).deliveries).toEqual([{ type: 'reset', seq: MAX_HINTS + 5 }]);
  });

  it('receives all stored hints from the oldest id without a gap, and none from the newest', async () => {
    const { publish, follow } = given();
    await publish(ANN, ...Array.from({ length: MAX_HINTS + 5 }, () => ({})));
    expect((await follow(ANN, 5)).numbers()).toEqual(Array.from({ length: MAX_HINTS }, (_, n) => n + 6));
    expect((await follow(ANN, 4)).deliveries).toEqual([{ type: 'reset', seq: MAX_HINTS + 5 }]);
    expect((await follow(ANN, MAX_HINTS + 5)).deliveries).toEqual([{ type: 'beat', seq: MAX_HINTS + 5 }]);
    expect((await follow(ANN, MAX_HINTS + 6)).deliveries).toEqual([{ type: 'reset', seq: MAX_HINTS + 5 }]);
  });

  it('receives each of the stored maximum of hints that came at once', async () => {
    const { timers, publish, follow } = given();
    await publish(ANN, {});
    const { numbers, changes } = await follow(ANN, 1);
    await publish(ANN, ...Array.from({ length: MAX_HINTS }, () => ({})));
    await timers.pass(300);
    expect(numbers()).toEqual(Array.from({ length: MAX_HINTS }, (_, n) => n + 2));
    expect(changes()).toHaveLength(MAX_HINTS);
  });

  it('starts over when more hints came at once than are stored', async () => {
    const { timers, publish, follow } = given();
    const { changes } = await follow(ANN);
    await publish(ANN, ...Array.from({ length: MAX_HINTS + 1 }, () => ({})));
    await timers.pass(300);
    expect(changes()).toEqual([{ type: 'reset', seq: MAX_HINTS + 1 }]);
  });

  it('starts over when the store went back in time', async () => {
    const { timers, stored, publish, follow } = given();
    await publish(ANN, {}, {}, {});
    const { changes } = await follow(ANN, 3);
    stored.delete(ANN);
    await publish(ANN, {});
    await timers.pass(300);
    expect(changes()).toEqual([{ type: 'reset', seq: 1 }]);
    await publish(ANN, {});
    await timers.pass(300);
    expect(changes().at(-1)).toMatchObject({ type: 'hint', seq: 2 });
  });

  it('receives again what it may have read too early, when it has no id yet', async () => {
    const { publish, follow } = given();
    await publish(ANN, { at: minus(NOW, 15_001) }, { at: minus(NOW, 15_000) }, { at: minus(NOW, 1000) });
    expect((await follow(ANN)).numbers()).toEqual([2, 3]);
  });
});

describe('a hold that expires', () => {
  const hold = { kind: 'hold', dates: ['2026-04-14'], holdId: 'h1', until: plus(NOW, 5 * MINUTE) } as const;
  const over = { type: 'hint', kind: 'hold', dates: ['2026-04-14'] };

  it('announces a hold that expires when it expires', async () => {
    const { timers, publish, follow } = given();
    const { changes } = await follow(ANN);
    await publish(ANN, hold);
    await timers.pass(5 * MINUTE - 1);
    expect(changes()).toHaveLength(1);
    await timers.pass(1);
    expect(changes()).toEqual([
      { ...over, seq: 1 },
      { ...over, seq: 1 },
    ]);
  });

  it('announces an expiry to watchers who connect while the hold lasts', async () => {
    const { timers, publish, follow } = given();
    await publish(ANN, hold);
    await timers.pass(MINUTE);
    const { changes } = await follow(ANN, 1);
    await timers.pass(4 * MINUTE);
    expect(changes()).toEqual([{ ...over, seq: 1 }]);
  });

  it('announces an expiry to watchers who saw the hold and were disconnected when it expired', async () => {
    const { timers, publish, follow } = given();
    await publish(ANN, hold);
    await timers.pass(10 * MINUTE);
    expect((await follow(ANN, 1)).changes()).toEqual([{ ...over, seq: 1 }]);
    expect((await follow(ANN)).changes()).toEqual([]);
    await timers.pass(55 * MINUTE - 1);
    expect((await follow(ANN, 1)).changes()).toEqual([{ ...over, seq: 1 }]);
    await timers.pass(1);
    expect((await follow(ANN, 1)).changes()).toEqual([]);
  });

  it.each<[string, Partial<Hint>]>([
    ['was given back', { kind: 'hold', holdId: 'h1' }],
    ['became a booking', { kind: 'booking', holdId: 'h1' }],
  ])('announces no expiry of a hold that %s before', async (_, hint) => {
    const { timers, publish, follow } = given();
    const { numbers } = await follow(ANN);
    await publish(ANN, hold);
    await timers.pass(MINUTE);
    await publish(ANN, hint);
    await timers.pass(10 * MINUTE);
    expect(numbers()).toEqual([1, 2]);
    expect((await follow(ANN, 2)).numbers()).toEqual([]);
  });

  it('announces an expiry later when the hold was extended', async () => {
    const { timers, publish, follow } = given();
    const { numbers } = await follow(ANN);
    await publish(ANN, hold);
    await publish(ANN, { ...hold, until: plus(NOW, 10 * MINUTE) });
    await timers.pass(10 * MINUTE - 1);
    expect(numbers()).toEqual([1, 2]);
    await timers.pass(1);
    expect(numbers()).toEqual([1, 2, 2]);
  });
});

describe('the store of the hub', () => {
  it('reads the store once for all watched coaches, and not at all without watchers', async () => {
    const { timers, asked, follow } = given();
    await timers.pass(1000);
    expect(asked).toEqual([]);
    const all = [await follow(ANN), await follow(BOB), await follow(ANN)];
    await timers.pass(600);
    expect(asked).toEqual([
      [ANN, BOB],
      [ANN, BOB],
    ]);
    for (const { stop } of all) stop();
    expect(timers.pending()).toEqual([]);
    await timers.pass(1000);
    expect(asked).toHaveLength(2);
  });

  it('reports once that the store is unreachable, and misses nothing', async () => {
    const { timers, errors, publish, follow, setDown } = given();
    const { numbers } = await follow(ANN);
    setDown(true);
    await publish(ANN, {});
    await timers.pass(3000);
    expect(errors).toHaveLength(1);
    setDown(false);
    await timers.pass(300);
    expect(numbers()).toEqual([1]);
  });

  it('reads the store in batches for very many coaches', async () => {
    const { timers, asked, follow } = given();
    await Promise.all(Array.from({ length: 501 }, (_, n) => follow(n.toString(16).padStart(24, '0'))));
    await timers.pass(300);
    expect(asked.map(({ length }) => length)).toEqual([500, 1]);
  });
});

describe('a hub that stops', () => {
  it('ends all watchers, leaves nothing running, and accepts no new ones', async () => {
    const { timers, hub, publish, follow } = given();
    const { deliveries } = await follow(ANN);
    await publish(ANN, { kind: 'hold', holdId: 'h1', until: plus(NOW, MINUTE) });
    await timers.pass(300);
    hub.stop();
    expect(deliveries.at(-1)).toEqual({ type: 'end' });
    expect(timers.pending()).toEqual([]);
    expect(await hub.follow(ANN, null, () => undefined)).toBeNull();
  });
});
