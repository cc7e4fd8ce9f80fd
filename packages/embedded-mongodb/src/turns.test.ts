import { describe, expect, test } from 'vitest';
import { Turns } from './turns.ts';

describe('turns', () => {
  test('does work at once that needs no waiting', () => {
    const done: number[] = [];
    const turns = new Turns<number>(
      (n) => void done.push(n),
      () => undefined,
    );
    turns.take(1);
    expect(done).toEqual([1]);
  });

  test('lets new work wait for work in progress, in order', async () => {
    const done: number[] = [];
    let finish = () => undefined as void;
    const first = new Promise<void>((resolve) => (finish = resolve));
    const turns = new Turns<number>(
      (n) => (n === 1 ? first.then(() => void done.push(n)) : void done.push(n)),
      () => undefined,
    );
    for (const n of [1, 2, 3]) turns.take(n);
    expect(done).toEqual([]);
    finish();
    await turns.idle();
    expect(done).toEqual([1, 2, 3]);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('no'))],
    [
      'throws at once',
      () => {
        throw new Error('no');
      },
    ],
  ])('calls failed and drops waiting pieces when a piece %s', async (_how, fail) => {
    const done: number[] = [];
    let failures = 0;
    const turns = new Turns<number>(
      (n) => (n === 1 ? Promise.resolve() : n === 2 ? fail() : void done.push(n)),
      () => void failures++,
    );
    for (const n of [1, 2, 3]) turns.take(n);
    await turns.idle();
    expect([done, failures]).toEqual([[], 1]);
  });
});
