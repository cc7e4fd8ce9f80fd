import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repeat } from './repeat.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('repeated work', () => {
  it('passes until it is stopped', async () => {
    let passes = 0;
    const work = repeat(async () => (passes += 1), 30);
    await vi.advanceTimersByTimeAsync(23_999);
    expect(passes).toBe(0);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(passes).toBeGreaterThanOrEqual(3);
    const seen = passes;
    await work.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(passes).toBe(seen);
  });

  it('reports a failed pass, and goes on with the next', async () => {
    const errors: unknown[] = [];
    const work = repeat(
      async () => Promise.reject(new Error('away')),
      10,
      (error) => errors.push(error),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    expect(errors.length).toBeGreaterThan(1);
    await work.stop();
  });

  it('tells the pass in progress that it is stopped, and waits for it', async () => {
    let open = () => undefined as void;
    let answer: (() => boolean) | undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const work = repeat(async (isStopping) => ((answer = isStopping), gate), 10);
    await vi.advanceTimersByTimeAsync(12_001);
    expect(answer?.()).toBe(false);
    let isStopped = false;
    const stopping = work.stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(0);
    expect([isStopped, answer?.()]).toEqual([false, true]);
    open();
    await stopping;
  });
});
