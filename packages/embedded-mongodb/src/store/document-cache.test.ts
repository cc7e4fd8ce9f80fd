import { describe, expect, test } from 'vitest';
import { encode } from '../values/bson.ts';
import { DocumentCache } from './document-cache.ts';

describe('the cache of decoded documents', () => {
  test('decodes the same bytes once', () => {
    const cache = new DocumentCache();
    const first = cache.read('k', encode({ a: 1 }));
    expect(cache.read('k', encode({ a: 1 }))).toBe(first);
  });

  test('never answers for other bytes', () => {
    const cache = new DocumentCache();
    cache.keep('k', encode({ a: 1 }), { a: 1 });
    expect(cache.read('k', encode({ a: 2 }))).toEqual({ a: 2 });
  });

  test('lets go of what was not used for the longest time', () => {
    const size = encode({ a: 1 }).length;
    const cache = new DocumentCache(size * 2);
    const kept = cache.read('one', encode({ a: 1 }));
    const dropped = cache.read('two', encode({ a: 2 }));
    cache.read('one', encode({ a: 1 }));
    cache.read('three', encode({ a: 3 }));
    expect(cache.read('one', encode({ a: 1 }))).toBe(kept);
    expect(cache.read('two', encode({ a: 2 }))).not.toBe(dropped);
  });
});
