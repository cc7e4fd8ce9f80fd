import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

/** The same value with the fields of every object in it the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, turned(field)]),
  );
};

describe('fingerprint', () => {
  it('returns the SHA-256 in hex of the JSON whose fields are in order', () => {
    const json = '{"a":{"c":[{"e":1,"f":2}],"d":null},"b":"text"}';
    const expected = createHash('sha256').update(json).digest('hex');
    expect(fingerprint({ b: 'text', a: { d: null, c: [{ f: 2, e: 1 }] } })).toBe(expected);
  });

  it('returns the same for every order of fields, at any depth, also within lists', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(fingerprint(turned(value))).toBe(fingerprint(value))));
  });

  it('returns the same for an undefined field and a missing one', () => {
    expect(fingerprint({ a: 1, b: undefined, c: { d: undefined } })).toBe(fingerprint({ c: {}, a: 1 }));
  });

  it.each<[string, unknown, unknown]>([
    ['a value deep inside differs', { a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }],
    ['a value within a list differs', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    ['a field has another name', { a: { b: 1 } }, { a: { c: 1 } }],
    ['a field stands at another depth', { a: { b: 1 }, c: 2 }, { a: { b: 1, c: 2 } }],
    ['a list has another order', [1, 2], [2, 1]],
    ['a list is nested', [[1], 2], [1, [2]]],
    ['a list stands for an object with the same keys', ['x'], { 0: 'x' }],
    ['a number is text', { a: 1 }, { a: '1' }],
    ['a field is null and not left out', { a: null }, {}],
    ['a field is false and not null', { a: false }, { a: null }],
  ])('differs where %s', (_, one, other) => expect(fingerprint(one)).not.toBe(fingerprint(other)));
});
