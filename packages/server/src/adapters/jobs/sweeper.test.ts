import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Instant } from '@coach-booking/time/instant';
import { ANA, createWorld, givenCoach } from '../../../test/application/world.ts';
import { startSweeper } from './sweeper.ts';

afterEach(() => {
  vi.useRealTimers();
});

const given = async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const world = createWorld();
  const passes: number[] = [];
  const ledgers = {
    ...world.deps.ledgers,
    due: async (now: Instant, limit: number) => (passes.push(now), world.deps.ledgers.due(now, limit)),
  };
  return { world, passes, deps: { ...world.deps, ledgers } };
};

describe('the sweeper', () => {
  it('passes repeatedly until it is stopped', async () => {
    const { passes, deps } = await given();
    const sweeper = startSweeper(deps, { afterSeconds: 120, everySeconds: 30 });
    await vi.advanceTimersByTimeAsync(23_999);
    expect(passes).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(120_000);
    const seen = passes.length;
    expect(seen).toBeGreaterThanOrEqual(3);
    await sweeper.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(passes).toHaveLength(seen);
  });

  it('reports a failed pass, and goes on with the next', async () => {
    const { deps } = await given();
    const errors: unknown[] = [];
    const failing = { ...deps, ledgers: { ...deps.ledgers, due: async () => Promise.reject(new Error('away')) } };
    const sweeper = startSweeper(failing, { afterSeconds: 0, everySeconds: 10 }, (error) => errors.push(error));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(errors.length).toBeGreaterThan(1);
    await sweeper.stop();
  });

  it('waits for the pass in progress when it is stopped', async () => {
    const { world, deps } = await given();
    const coach = await givenCoach(world);
    await world.useCases.createBooking(world.visitor(), {
      coachId: coach.id,
      start: '2026-04-14T09:00:00Z',
      attendee: ANA,
    });
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const slow = { ...deps, ledgers: { ...deps.ledgers, due: async () => (await gate, []) } };
    const sweeper = startSweeper(slow, { afterSeconds: 0, everySeconds: 10 });
    await vi.advanceTimersByTimeAsync(12_001);
    let isStopped = false;
    const stopping = sweeper.stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(isStopped).toBe(false);
    open();
    await stopping;
  });
});
