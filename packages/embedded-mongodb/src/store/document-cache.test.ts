import { describe, expect, test } from 'vitest';
import { encode } from '../values/bson.ts';
import { DocumentCache } from './document-cache.ts';
import { Stored } from './stored.ts';

const key = (name: string) => Buffer.from(name);

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
  ])('never answers for other bytes %s', (_how, other) => {
    const cache = new DocumentCache();
    cache.keep(new Stored(key('k'), encode({ a: 1 }), { a: 1 }));
    expect(cache.read(key('k'), encode(other)).document).toEqual(other);
  });

  test('keeps its own copy of the bytes', () => {
    const cache = new DocumentCache();
    const reused = encode({ a: 1 });
    const stored = cache.read(key('k'), reused);
    reused.fill(0);
    expect(stored.bytes).toEqual(encode({ a: 1 }));
  });

  test('forgets what is removed', () => {
    const cache = new DocumentCache();
    const first = cache.read(key('k'), encode({ a: 1 }));
    cache.forget(key('k'));
    expect(cache.read(key('k'), encode({ a: 1 }))).not.toBe(first);
  });

  test('keeps what is used and lets go of what is not', () => {
    const size = encode({ a: 1 }).length;
    const cache = new DocumentCache(size * 6);
    const kept = cache.read(key('kept'), encode({ a: 1 }));
    const dropped = cache.read(key('dropped'), encode({ a: 2 }));
    for (let n = 0; n < 12; n++) {
      cache.read(key(`${n}`), encode({ a: n }));
      expect(cache.read(key('kept'), encode({ a: 1 }))).toBe(kept);
    }
    expect(cache.read(key('dropped'), encode({ a: 2 }))).not.toBe(dropped);
  });
});
