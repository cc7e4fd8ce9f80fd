import { beforeEach, describe, expect, it } from 'vitest';
import { createCache } from './create-cache.ts';

/** Creates a read whose answers come when the test gives them. */
const openQuestion = () => {
  const waiting: { readonly name: string; answer(value: string | null): void; fail(error: Error): void }[] = [];
  const ask = (name: string) => new Promise<string | null>((answer, fail) => waiting.push({ name, answer, fail }));
  return { waiting, ask };
};

describe('createCache', () => {
  let time: number;
  const now = () => time;
  beforeEach(() => void (time = 0));

  it('caches an answer from the moment of the call, however long it took', async () => {
    const { waiting, ask } = openQuestion();
    const find = createCache(ask, { now });
    const first = find('a');
    time = 2000;
    waiting[0]!.answer('A');
    expect(await first).toBe('A');
    time = 2999;
    expect(await find('a')).toBe('A');
    time = 3000;
    void find('a');
    expect(waiting).toHaveLength(2);
  });

  it('reads once for concurrent callers when the answer is out of date', async () => {
    const { waiting, ask } = openQuestion();
    const find = createCache(ask, { now });
    const first = find('a');
    waiting[0]!.answer('A');
    await first;
    time = 5000;
    const both = [find('a'), find('a')];
    waiting[1]!.answer('B');
    expect(await Promise.all(both)).toEqual(['B', 'B']);
    expect(waiting).toHaveLength(2);
  });

  it('answers every caller when more names are read at once than fit', async () => {
    const { waiting, ask } = openQuestion();
    const find = createCache(ask, { now, max: 2 });
    const all = ['a', 'b', 'c', 'd'].map((name) => find(name));
    for (const { name, answer } of waiting) answer(name.toUpperCase());
    expect(await Promise.all(all)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('passes an error to all its callers, caches none, and still knows the names that it knew', async () => {
    const { waiting, ask } = openQuestion();
    const find = createCache(ask, { now });
    const first = find('a');
    waiting[0]!.answer('A');
    await first;
    time = 5000;
    const both = Promise.allSettled([find('a'), find('a')]);
    waiting[1]!.fail(new Error('no connection'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(find.isKnown('a')).toBe(true);
    const again = find('a');
    waiting[2]!.answer(null);
    expect(await again).toBeNull();
    expect(find.isKnown('a')).toBe(false);
  });

  it('caches absent answers, too', async () => {
    const { waiting, ask } = openQuestion();
    const find = createCache(ask, { now });
    const first = find('a');
    waiting[0]!.answer(null);
    await first;
    time = 2999;
    expect(await find('a')).toBeNull();
    expect(waiting).toHaveLength(1);
  });

  it('caches a limited number of answers, and drops the least recently used one', async () => {
    const asked: string[] = [];
    const find = createCache(async (name) => (asked.push(name), name), { now, max: 2 });
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await find(name);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });
});
