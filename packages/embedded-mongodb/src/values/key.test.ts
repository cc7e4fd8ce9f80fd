import { Binary, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../errors.ts';
import { compare } from './compare.ts';
import { afterPrefix, KeyWriter } from './key.ts';
import { endOfValue } from './key-parts.ts';

const key = (value: unknown, descending = false) => new KeyWriter().value(value, descending).finish();

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.integer({ min: -3, max: 3 }).map((near) => Long.fromBigInt(2n ** 53n + BigInt(near))),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'a\0b', 'aa', '\u{1F600}', '\uFFFF', '\uD7FF', 'é'),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes)),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab'), tie('value'), { maxKeys: 3 }),
  ),
}));

describe('the bytes of keys', () => {
  test('orders the bytes of keys as the values', () => {
    const property = fc.property(value, value, (a, b) => Math.sign(Buffer.compare(key(a), key(b))) === compare(a, b));
    fc.assert(property, { numRuns: 3000 });
  });

  test('orders the bytes of descending keys the other way', () => {
    const property = fc.property(
      value,
      value,
      (a, b) => Math.sign(Buffer.compare(key(b, true), key(a, true))) === compare(a, b),
    );
    fc.assert(property, { numRuns: 1000 });
  });

  test('compares several values in one key one after the other', () => {
    const row = fc.tuple(value, value);
    const write = ([a, b]: [unknown, unknown]) => new KeyWriter().value(a).value(b, true).finish();
    const property = fc.property(
      row,
      row,
      (a, b) => Math.sign(Buffer.compare(write(a), write(b))) === (compare(a[0], b[0]) || compare(b[1], a[1])),
    );
    fc.assert(property, { numRuns: 2000 });
  });

  test('makes no key the beginning of another key', () => {
    const begins = (a: Buffer, b: Buffer) => a.subarray(0, b.length).equals(b);
    fc.assert(fc.property(value, value, (a, b) => compare(a, b) === 0 || !begins(key(a), key(b))));
  });

  test('ends a value in a key where the next begins, in both directions', () => {
    const property = fc.property(value, fc.boolean(), value, (a, descending, b) => {
      const bytes = new KeyWriter().number32(7).value(a, descending).value(b).finish();
      return (
        endOfValue(bytes, 4, descending) === 4 + key(a).length &&
        endOfValue(bytes, 4 + key(a).length, false) === bytes.length
      );
    });
    fc.assert(property, { numRuns: 2000 });
  });

  test.each([
    [1, Long.ONE],
    [0, -0],
    [9007199254740992, Long.fromString('9007199254740992')],
  ])('writes one key for %s and %s', (a, b) => {
    expect(key(a).equals(key(b))).toBe(true);
  });

  test('refuses a key of too many bytes', () => {
    expect(() => key('x'.repeat(3000))).toThrow(CommandError);
  });

  test('puts keys before the end of their prefix', () => {
    expect(afterPrefix(Buffer.from([1, 2]))).toEqual(Buffer.from([1, 3]));
    expect(afterPrefix(Buffer.from([1, 255, 255]))).toEqual(Buffer.from([2]));
  });
});
