import { describe, expect, test } from 'vitest';
import type { Document } from '../values/document.ts';
import { pathsRead } from './paths-read.ts';

const group = { $group: { _id: '$a.b', n: { $sum: { $multiply: ['$c', 2] } }, at: { $max: '$$NOW' } } };

describe('S5 what statistics read of a document', () => {
  test.each<[string, Document, Document | undefined, unknown[], string[] | undefined]>([
    ['the fields of a group', {}, undefined, [group], ['a.b', 'c']],
    ['nothing, to count by a constant', {}, undefined, [{ $group: { _id: null, n: { $count: {} } } }], []],
    [
      'those of the filter and the sort, too',
      { x: { $gt: 1 }, 'y.z': 2 },
      { s: -1 },
      [group],
      ['a.b', 'c', 's', 'x', 'y.z'],
    ],
    [
      'those of every clause',
      { $or: [{ x: 1 }, { $and: [{ y: 1 }] }], $nor: [{ z: 1 }] },
      undefined,
      [group],
      ['a.b', 'c', 'x', 'y', 'z'],
    ],
    ['those of an expression', { $expr: { $gt: ['$x', '$y'] } }, undefined, [group], ['a.b', 'c', 'x', 'y']],
    ['not those of stages behind the group', {}, undefined, [group, { $project: { m: '$n' } }], ['a.b', 'c']],
    ['all without a group', {}, undefined, [], undefined],
    ['all when another stage comes first', {}, undefined, [{ $addFields: { q: 1 } }, group], undefined],
    ['all for the document itself', {}, undefined, [{ $group: { _id: null, all: { $push: '$$ROOT' } } }], undefined],
    ['all for a field of the document itself', {}, undefined, [{ $group: { _id: '$$CURRENT.a' } }], undefined],
    ['all for a field whose name is computed', {}, undefined, [{ $group: { _id: { $getField: 'a' } } }], undefined],
    [
      'all for what is bound to a name',
      {},
      undefined,
      [{ $group: { _id: { $map: { input: '$a', in: '$$this' } } } }],
      undefined,
    ],
    ['all for the document itself in the filter', { $expr: { $eq: ['$$ROOT', 1] } }, undefined, [group], undefined],
    ['all for other clauses of a filter', { $where: 'x' }, undefined, [group], undefined],
  ])('reads of a document %s', (_title, filter, sort, stages, paths) => {
    const read = pathsRead({ filter, sort }, stages);
    expect(read && [...read].sort()).toEqual(paths);
  });
});
