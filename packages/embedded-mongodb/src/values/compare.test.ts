import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { describe, expect, test } from 'vitest';
import { CommandError } from '../errors.ts';
import { compare } from './compare.ts';

/** Every value is less than the next. */
const ascending: unknown[] = [
  new MinKey(),
  undefined,
  null,
  NaN,
  -Infinity,
  Long.MIN_VALUE,
  -1.5,
  0,
  1,
  Long.fromString('9007199254740992'),
  Long.fromString('9007199254740993'),
  Long.MAX_VALUE,
  Infinity,
  '',
  'A',
  'a',
  'aa',
  'é',
  '\uFFFD',
  '\u{1F600}',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 1 },
  { a: 'text' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from('z')),
  new Binary(Buffer.from('aa')),
  new ObjectId('000000000000000000000001'),
  new ObjectId('000000000000000000000002'),
  false,
  true,
  new Date(-1),
  new Date(1),
  new Timestamp({ t: 1, i: 5 }),
  new Timestamp({ t: 2, i: 1 }),
  /a/,
  new MaxKey(),
];

describe('the order of values', () => {
  test('orders values as MongoDB does, over all types', () => {
    for (const [at, a] of ascending.entries()) {
      for (const [other, b] of ascending.entries())
        expect(compare(a, b), `${String(a)} and ${String(b)}`).toBe(Math.sign(at - other));
    }
  });

  test.each([
    [1, Long.ONE],
    [NaN, NaN],
    [new Date(5), new Date(5)],
    [[{ a: 1 }], [{ a: Long.ONE }]],
  ])('compares %j and %j as equal', (a, b) => {
    expect(compare(a, b)).toBe(0);
  });

  test('does not include a Decimal128, which is refused rather than compared wrongly', () => {
    expect(() => compare(Decimal128.fromString('1'), 1)).toThrow(CommandError);
  });
});
