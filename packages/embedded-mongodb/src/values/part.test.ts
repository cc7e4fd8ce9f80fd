import { isDeepStrictEqual } from 'node:util';
import { Binary, Code, DBRef, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortValue } from '../aggregate/sort.ts';
import { valueAt } from '../expression/compile.ts';
import { anyAt } from '../query/path.ts';
import { decode, encode } from './bson.ts';
import type { Document } from './document.ts';
import { decodePart, partsOf } from './part.ts';

const names = fc.constantFrom('a', 'b', 'ab', 'é', '0', '1', '', '__proto__', '$ref', '$id', 'constructor');
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    -0,
    NaN,
    Infinity,
    'x'.repeat(300),
    '\0',
    new MinKey(),
    new MaxKey(),
    /a.b/i,
  ),
  fc.integer(),
  fc.double(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes, 4)),
  fc.constantFrom(Decimal128.fromString('1.5'), new Timestamp({ t: 1, i: 2 }), new Code('f'), new Code('f', { a: 1 })),
  fc.constant(new DBRef('c', new ObjectId('665f00000000000000000001'))),
);
const document = (value: fc.Arbitrary<unknown>) =>
  fc.uniqueArray(fc.tuple(names, value), { selector: ([name]) => name, maxLength: 6 }).map((fields) => {
    const made: Document = {};
    for (const [name, item] of fields) Object.defineProperty(made, name, { value: item, enumerable: true });
    return made;
  });
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('value'), { maxLength: 3 }), document(tie('value'))),
}));
const path = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));

/** Returns the result of every function that reads a path. */
function readings(read: Document, wanted: string): unknown[] {
  const parts = wanted.split('.');
  const tested: unknown[] = [];
  anyAt(read, parts, 0, (found, _position, whole) => {
    tested.push([found, whole]);
    return false;
  });
  return [valueAt(read, parts, 0), tested];
}

/** Not of what cannot be ordered. */
function place(read: Document, wanted: string): unknown {
  try {
    return sortValue(read, wanted.split('.'), 1);
  } catch (error) {
    return error;
  }
}

describe('S5 a part of a document', () => {
  test('reads a part of a document like the whole', () => {
    const property = fc.property(document(value), fc.array(path, { maxLength: 4 }), (made, paths) => {
      const bytes = encode(made);
      const [whole, part] = [decode(bytes), decodePart(bytes, partsOf(paths))];
      for (const wanted of paths) {
        expect(isDeepStrictEqual(readings(part, wanted), readings(whole, wanted))).toBe(true);
        expect(isDeepStrictEqual(place(part, wanted), place(whole, wanted))).toBe(true);
      }
    });
    fc.assert(property, { numRuns: 5000 });
  });

  test('reads nothing else than the part', () => {
    const bytes = encode({ a: 1, b: { c: 2, d: { e: 3, f: 4 } }, g: [{ h: 5, i: 6 }], j: 'x' });
    expect(decodePart(bytes, partsOf(['b.d.e', 'g.h', 'j.k']))).toEqual({
      b: { d: { e: 3 } },
      g: [{ h: 5, i: 6 }],
      j: 'x',
    });
    expect(decodePart(bytes, partsOf(['b.c', 'b', 'b.d.e']))).toEqual({ b: { c: 2, d: { e: 3, f: 4 } } });
    expect(decodePart(bytes, partsOf([]))).toEqual({});
  });

  test('reads a part from bytes behind which others lie, as in the store', () => {
    const bytes = Buffer.concat([encode({ a: 'x', b: /y/ }), Buffer.from('rest')]);
    expect(decodePart(bytes, partsOf(['a', 'b']))).toEqual({ a: 'x', b: /y/ });
  });

  test('reads the whole where a type of value is not known', () => {
    // A pointer to a document, which BSON has deprecated, before a field that is wanted.
    const pointer = Buffer.concat([Buffer.from('\x0cp\0\x02\0\0\0n\0', 'latin1'), Buffer.alloc(12, 7)]);
    const rest = encode({ a: 1, b: 2 }).subarray(4);
    const length = Buffer.alloc(4);
    length.writeInt32LE(4 + pointer.length + rest.length);
    const bytes = Buffer.concat([length, pointer, rest]);
    expect(decodePart(bytes, partsOf(['a']))).toEqual(decode(bytes));
  });
});
