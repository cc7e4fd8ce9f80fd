import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { encode } from '../values/bson.ts';
import { DocumentCache } from './document-cache.ts';

const key = (name: string) => Buffer.from(name);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that this process holds once nothing is left to collect; memory of buffers is given back by another thread. */
async function held(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('S12 memory of the cache of documents', () => {
  const megabyte = 2 ** 20;

  test.each<[string, number, (cache: DocumentCache, n: number) => void]>([
    [
      '80,000 small documents are written',
      80_000,
      (cache, n) =>
        cache.keep(key(`k${n}`), encode({ _id: n, text: 'x'.repeat(120) }), { _id: n, text: 'x'.repeat(120) }),
    ],
    [
      '80,000 small documents are read',
      80_000,
      (cache, n) => cache.read(key(`k${n}`), encode({ _id: n, text: 'x'.repeat(120) })),
    ],
    [
      'small documents are read and decoded',
      40_000,
      (cache, n) => void cache.read(key(`k${n}`), encode({ _id: n, at: new Date(n), list: [n, { n }] })).document,
    ],
    [
      'documents of many values are decoded',
      4000,
      (cache, n) =>
        void cache.read(
          key(`k${n}`),
          encode({
            _id: n,
            list: Array.from({ length: 60 }, (_, at) => ({ id: `i${at}`, at: new Date(at), done: true })),
          }),
        ).document,
    ],
    [
      'large documents are read',
      4000,
      (cache, n) => cache.read(key(`k${n}`), encode({ _id: n, text: 'x'.repeat(50_000) })),
    ],
  ])('stays below its limit while %s', async (_title, count, use) => {
    const warm = new DocumentCache(16 * megabyte);
    for (let n = 0; n < count / 8; n++) use(warm, n);
    const cache = new DocumentCache(16 * megabyte);
    const before = await held();
    for (let n = 0; n < count; n++) use(cache, n);
    expect(((await held()) - before) / megabyte).toBeLessThan(17);
    // It is still needed here.
    use(cache, 0);
  });
});

describe('the cache of documents', () => {
  test('decodes the same bytes once', () => {
    const cache = new DocumentCache();
    const first = cache.read(key('k'), encode({ a: 1 }));
    expect(cache.read(key('k'), encode({ a: 1 }))).toBe(first);
    expect(first.document).toEqual({ a: 1 });
  });

  test.each([
    ['of the same length', { a: 2 }],
    ['that begin alike', { a: 1, b: 1 }],
  ])('never returns other bytes %s', (_how, other) => {
    const cache = new DocumentCache();
    cache.keep(key('k'), encode({ a: 1 }), { a: 1 });
    expect(cache.read(key('k'), encode(other)).document).toEqual(other);
  });

  test('keeps its own copy of the bytes', () => {
    const cache = new DocumentCache();
    const reused = encode({ a: 1 });
    const stored = cache.read(key('k'), reused);
    reused.fill(0);
    expect(stored.bytes).toEqual(encode({ a: 1 }));
  });

  test('drops what is removed', () => {
    const cache = new DocumentCache();
    const first = cache.read(key('k'), encode({ a: 1 }));
    cache.forget(key('k'));
    expect(cache.read(key('k'), encode({ a: 1 }))).not.toBe(first);
  });

  test('keeps what is used and drops the rest', () => {
    const cache = new DocumentCache(6000);
    const kept = cache.read(key('kept'), encode({ a: 1 }));
    const dropped = cache.read(key('dropped'), encode({ a: 2 }));
    for (let n = 0; n < 12; n++) {
      cache.read(key(`${n}`), encode({ a: n }));
      expect(cache.read(key('kept'), encode({ a: 1 }))).toBe(kept);
    }
    expect(cache.read(key('dropped'), encode({ a: 2 }))).not.toBe(dropped);
  });
});
