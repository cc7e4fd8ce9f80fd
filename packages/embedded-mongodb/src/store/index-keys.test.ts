import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileUpdate } from '../update/compile.ts';
import type { Document } from '../values/document.ts';
import { indexEntries, mayDiffer } from './index-keys.ts';
import { openIndex, type IndexDescription } from './index-spec.ts';

const index = (key: Document, more: Partial<IndexDescription> = {}) =>
  openIndex({ id: 1, name: 'i', key, arrayPaths: [], ...more });
const context = { now: new Date(0), inserting: false, position: undefined, arrayFilters: new Map() };

const indexes = [
  index({ a: 1 }),
  index({ 'd.x': 1, b: -1 }),
  index({ 'l.n': 1 }),
  index({ a: 1 }, { partialFilterExpression: { b: { $gt: 1 } } }),
  index({ a: 1, b: 1 }, { sparse: true }),
];
const scalar = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }).map((time) => new Date(time)),
);
const documents = fc.record(
  {
    a: scalar,
    b: scalar,
    d: fc.record({ x: scalar, y: scalar }),
    l: fc.array(fc.record({ n: scalar }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const updates = fc.oneof(
  scalar.map((value) => ({ $set: { a: value } })),
  scalar.map((value) => ({ $set: { b: value, other: 1 } })),
  scalar.map((value) => ({ $set: { 'd.x': value } })),
  scalar.map((value) => ({ $set: { 'd.y': value } })),
  scalar.map((value) => [{ $set: { other: value } }]),
  scalar.map((value) => [{ $set: { l: { $concatArrays: [{ $ifNull: ['$l', []] }, [{ n: value }]] } } }]),
  scalar.map((value) => ({ $set: { 'l.0.n': value } })),
  fc.constantFrom({ $unset: { a: '' } }, { $unset: { d: '' } }, { $rename: { a: 'b' } }, { other: 1 }),
);

describe('the entries of an update', () => {
  test('changes index entries only where mayDiffer allows it', () => {
    fc.assert(
      fc.property(documents, updates, (document, update) => {
        const before: Document = { _id: 1, ...document };
        const after = compileUpdate(update, context.arrayFilters, {}, false)(before, context);
        for (const one of indexes) {
          if (!mayDiffer(one, before, after))
            expect(indexEntries(one, after).keys).toEqual(indexEntries(one, before).keys);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('computes no entries again for a field without an index', () => {
    const before = { _id: 1, a: 1, d: { x: 1 }, l: [{ n: 1 }] };
    const after = compileUpdate({ $set: { other: 1 } }, context.arrayFilters, {}, false)(before, context);
    expect(indexes.filter((one) => mayDiffer(one, before, after))).toEqual([]);
  });
});
