import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { openStoreWithin, StoreUnreachableError } from './open-store-within.ts';

const away = () => Promise.reject(new mongo.MongoNetworkError('connect ECONNREFUSED'));

/** Each pause takes its time at once. */
const waiting = (seconds: number) => {
  let clock = 0;
  const lines: string[] = [];
  const onWait = (failure: string, left: number) => void lines.push(`${failure} ${left}`);
  return { lines, options: { seconds, onWait, now: () => clock, pause: async (ms: number) => void (clock += ms) } };
};

describe('S11 a start that waits for the store', () => {
  it('opens it once it answers, and reports each failed attempt', async () => {
    const { lines, options } = waiting(60);
    let tries = 0;
    expect(await openStoreWithin(() => ((tries += 1) < 3 ? away() : Promise.resolve('open')), options)).toBe('open');
    expect(lines).toEqual(['unreachable 60', 'unreachable 60']);
  });

  it('gives up after its time with a sentence', async () => {
    const { lines, options } = waiting(2);
    await expect(openStoreWithin(away, options)).rejects.toThrow(StoreUnreachableError);
    await expect(openStoreWithin(away, waiting(2).options)).rejects.toThrow(
      /could not be used for 2 seconds: it is unreachable\. Check MONGODB_URI/,
    );
    expect(lines).toEqual(['unreachable 2', 'unreachable 2', 'unreachable 1', 'unreachable 1']);
  });

  it('throws at once what waiting does not repair', async () => {
    const { options } = waiting(60);
    await expect(
      openStoreWithin(() => Promise.reject(new mongo.MongoServerError({ code: 18, errmsg: 'no' })), options),
    ).rejects.toThrow('no');
  });
});
