import mongoose from 'mongoose';
import { describe, expect, test } from 'vitest';
import { refused, scratch, type Row, type Uri } from './scratch.ts';

const { ObjectId } = mongoose.mongo;

const document: Row = {
  ...{ _id: 1, n: 7, f: 2.5, neg: -7, s: 'Ann Lee', nil: null, yes: true, d: new Date('2026-03-29T01:30:15.250Z') },
  ...{
    list: [3, 1, 2],
    empty: [],
    docs: [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
    o: { x: 1, y: { z: 2 } },
    oid: new ObjectId('650000000000000000000001'),
  },
};

const missing = undefined;
/** Expression, and what it makes of the document. */
const cases: [unknown, unknown][] = [
  ['$n', 7],
  ['$o.y.z', 2],
  ['$docs.v', [1, 2]],
  ['$nothing', missing],
  ['$docs.nothing', []],
  [{ $literal: '$n' }, '$n'],
  [
    { a: '$n', b: ['$f', '$nothing'], c: '$nothing' },
    { a: 7, b: [2.5, null] },
  ],
  [{ $add: ['$n', 1, '$f'] }, 10.5],
  [{ $add: ['$d', 1000] }, new Date('2026-03-29T01:30:16.250Z')],
  [{ $add: ['$n', '$nothing'] }, null],
  [{ $subtract: ['$n', 2] }, 5],
  [{ $subtract: ['$d', new Date('2026-03-29T01:30:15.000Z')] }, 250],
  [{ $multiply: ['$n', 3] }, 21],
  [{ $divide: ['$n', 2] }, 3.5],
  [{ $mod: ['$neg', 4] }, -3],
  [{ $abs: '$neg' }, 7],
  [{ $ceil: '$f' }, 3],
  [{ $floor: '$f' }, 2],
  [{ $round: ['$f', 0] }, 2],
  [{ $round: [1.2345, 2] }, 1.23],
  [{ $trunc: ['$f'] }, 2],
  [{ $sqrt: 16 }, 4],
  [{ $pow: [2, 10] }, 1024],
  [{ $eq: ['$n', 7] }, true],
  [{ $ne: ['$n', 7] }, false],
  [{ $gt: ['$s', '$n'] }, true],
  [{ $gte: ['$n', 7] }, true],
  [{ $lt: ['$nothing', '$nil'] }, true],
  [{ $lt: ['$nil', '$n'] }, true],
  [{ $lte: ['$d', new Date('2026-03-29T01:30:15.250Z')] }, true],
  [{ $cmp: ['$f', '$n'] }, -1],
  [{ $and: ['$n', '$yes'] }, true],
  [{ $and: ['$n', 0] }, false],
  [{ $or: ['$nil', '$nothing'] }, false],
  [{ $or: ['$nil', ''] }, true],
  [{ $not: ['$nothing'] }, true],
  [{ $not: { $gt: ['$n', 5] } }, false],
  [{ $cond: [{ $gt: ['$n', 5] }, 'big', 'small'] }, 'big'],
  [{ $cond: { if: '$nil', then: 1, else: 2 } }, 2],
  [{ $ifNull: ['$nil', '$nothing', 'none'] }, 'none'],
  [{ $ifNull: ['$n', 0] }, 7],
  [
    {
      $switch: {
        branches: [
          { case: { $lt: ['$n', 5] }, then: 'a' },
          { case: '$yes', then: 'b' },
        ],
        default: 'c',
      },
    },
    'b',
  ],
  [{ $let: { vars: { a: '$n', b: 2 }, in: { $multiply: ['$$a', '$$b'] } } }, 14],
  [{ $in: [2, '$list'] }, true],
  [{ $in: [9, '$list'] }, false],
  [{ $size: '$list' }, 3],
  [{ $isArray: ['$list'] }, true],
  [{ $isArray: ['$n'] }, false],
  [{ $arrayElemAt: ['$list', 0] }, 3],
  [{ $arrayElemAt: ['$list', -1] }, 2],
  [{ $arrayElemAt: ['$list', 9] }, missing],
  [{ $first: '$list' }, 3],
  [{ $last: '$list' }, 2],
  [{ $concatArrays: ['$list', [9]] }, [3, 1, 2, 9]],
  [{ $concatArrays: ['$list', '$nothing'] }, null],
  [{ $filter: { input: '$list', as: 'x', cond: { $gte: ['$$x', 2] } } }, [3, 2]],
  [{ $filter: { input: '$list', cond: { $gte: ['$$this', 2] }, limit: 1 } }, [3]],
  [{ $filter: { input: '$nothing', as: 'x', cond: true } }, null],
  [{ $map: { input: '$list', as: 'x', in: { $add: ['$$x', '$n'] } } }, [10, 8, 9]],
  [{ $map: { input: '$docs', as: 'x', in: '$$x.k' } }, ['a', 'b']],
  [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
  [{ $slice: ['$list', 2] }, [3, 1]],
  [{ $slice: ['$list', -2] }, [1, 2]],
  [{ $slice: ['$list', 1, 1] }, [1]],
  [{ $range: [0, 6, 2] }, [0, 2, 4]],
  [{ $reverseArray: '$list' }, [2, 1, 3]],
  [{ $indexOfArray: ['$list', 2] }, 2],
  [{ $indexOfArray: ['$list', 8] }, -1],
  [
    {
      $zip: {
        inputs: [
          [1, 2],
          ['a', 'b'],
        ],
      },
    },
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  [{ $sortArray: { input: '$list', sortBy: 1 } }, [1, 2, 3]],
  [
    { $sortArray: { input: '$docs', sortBy: { v: -1 } } },
    [
      { k: 'b', v: 2 },
      { k: 'a', v: 1 },
    ],
  ],
  [{ $arrayToObject: '$docs' }, { a: 1, b: 2 }],
  [{ $arrayToObject: { $literal: [['x', 1]] } }, { x: 1 }],
  [
    { $objectToArray: '$o' },
    [
      { k: 'x', v: 1 },
      { k: 'y', v: { z: 2 } },
    ],
  ],
  [{ $mergeObjects: ['$o', { x: 5, w: 6 }] }, { x: 5, y: { z: 2 }, w: 6 }],
  [{ $getField: 'n' }, 7],
  [{ $getField: { field: 'x', input: '$o' } }, 1],
  [{ $setField: { field: 'x', input: '$o', value: 9 } }, { x: 9, y: { z: 2 } }],
  [{ $size: { $setUnion: [[1, 2], { $range: [2, 4] }] } }, 3],
  [
    {
      $setIntersection: [
        [1, 2],
        [2, 3],
      ],
    },
    [2],
  ],
  [{ $setDifference: [[1, 2], [2]] }, [1]],
  [
    {
      $setEquals: [
        [1, 2, 2],
        [2, 1],
      ],
    },
    true,
  ],
  [{ $setIsSubset: [[1], [2, 1]] }, true],
  [{ $anyElementTrue: [[0, 1]] }, true],
  [{ $allElementsTrue: [[0, 1]] }, false],
  [{ $sum: '$list' }, 6],
  [{ $avg: '$list' }, 2],
  [{ $min: '$list' }, 1],
  [{ $max: ['$n', '$f'] }, 7],
  [{ $concat: ['$s', '!', '?'] }, 'Ann Lee!?'],
  [{ $concat: ['$s', '$nothing'] }, null],
  [{ $toLower: '$s' }, 'ann lee'],
  [{ $toUpper: '$s' }, 'ANN LEE'],
  [{ $substrCP: ['$s', 4, 3] }, 'Lee'],
  [{ $substrBytes: ['$s', 0, 3] }, 'Ann'],
  [{ $strLenCP: 'é😀' }, 2],
  [{ $strLenBytes: 'é' }, 2],
  [{ $strcasecmp: ['ANN', 'ann'] }, 0],
  [{ $split: ['$s', ' '] }, ['Ann', 'Lee']],
  [{ $indexOfCP: ['$s', 'L'] }, 4],
  [{ $trim: { input: '  a b ' } }, 'a b'],
  [{ $ltrim: { input: 'xxa', chars: 'x' } }, 'a'],
  [{ $replaceOne: { input: 'aab', find: 'a', replacement: { $literal: '$&' } } }, '$&ab'],
  [{ $replaceAll: { input: 'aab', find: 'a', replacement: 'c' } }, 'ccb'],
  [{ $regexMatch: { input: '$s', regex: '^ann', options: 'i' } }, true],
  [{ $regexFind: { input: '$s', regex: 'L(.)' } }, { match: 'Le', idx: 4, captures: ['e'] }],
  [
    { $regexFindAll: { input: 'aXbX', regex: 'X' } },
    [
      { match: 'X', idx: 1, captures: [] },
      { match: 'X', idx: 3, captures: [] },
    ],
  ],
  [{ $type: '$n' }, 'int'],
  [{ $type: '$nothing' }, 'missing'],
  [{ $type: '$oid' }, 'objectId'],
  [{ $isNumber: '$f' }, true],
  [{ $toString: '$n' }, '7'],
  [{ $toString: '$d' }, '2026-03-29T01:30:15.250Z'],
  [{ $toString: '$oid' }, '650000000000000000000001'],
  [{ $toInt: '12' }, 12],
  [{ $toDouble: '1.5' }, 1.5],
  [{ $toBool: '$n' }, true],
  [{ $toDate: '2026-01-02T03:04:05Z' }, new Date('2026-01-02T03:04:05Z')],
  [{ $toLong: '$n' }, 7],
  [{ $convert: { input: 'x', to: 'int', onError: 'bad', onNull: 'nil' } }, 'bad'],
  [{ $convert: { input: '$nil', to: 'int', onError: 'bad', onNull: 'nil' } }, 'nil'],
  [{ $year: '$d' }, 2026],
  [{ $month: '$d' }, 3],
  [{ $dayOfMonth: '$d' }, 29],
  [{ $hour: '$d' }, 1],
  [{ $minute: '$d' }, 30],
  [{ $second: '$d' }, 15],
  [{ $millisecond: '$d' }, 250],
  [{ $dayOfWeek: '$d' }, 1],
  [{ $isoDayOfWeek: '$d' }, 7],
  [{ $dayOfYear: '$d' }, 88],
  [{ $isoWeek: '$d' }, 13],
  [{ $hour: { date: '$d', timezone: 'America/New_York' } }, 21],
  [{ $dayOfMonth: { date: '$d', timezone: 'America/New_York' } }, 28],
  [{ $hour: { date: '$d', timezone: '+05:30' } }, 7],
  [{ $dateToString: { date: '$d', format: '%Y-%m-%d' } }, '2026-03-29'],
  [
    { $dateToString: { date: '$d', format: '%Y-%m-%dT%H:%M:%S.%L', timezone: 'Europe/Berlin' } },
    '2026-03-29T03:30:15.250',
  ],
  [{ $dateToString: { date: '$nothing', format: '%Y', onNull: '-' } }, '-'],
  [{ $dateTrunc: { date: '$d', unit: 'day' } }, new Date('2026-03-29T00:00:00Z')],
  [{ $dateTrunc: { date: '$d', unit: 'hour' } }, new Date('2026-03-29T01:00:00Z')],
  [{ $dateTrunc: { date: '$d', unit: 'month' } }, new Date('2026-03-01T00:00:00Z')],
  [{ $dateTrunc: { date: '$d', unit: 'week' } }, new Date('2026-03-29T00:00:00Z')],
  [{ $dateTrunc: { date: '$d', unit: 'week', startOfWeek: 'monday' } }, new Date('2026-03-23T00:00:00Z')],
  [{ $dateDiff: { startDate: new Date('2026-03-01T23:00:00Z'), endDate: '$d', unit: 'day' } }, 28],
];

const wrong: [unknown, number | number[]][] = [
  [{ $foo: 1 }, [168, 31325]],
  [{ $add: ['$s', 1] }, [14, 16554]],
  [{ $divide: [1, 0] }, [2, 16608, 4848401]],
  [{ $size: '$n' }, 17124],
  [{ $concat: ['$n'] }, 16702],
  [{ $toInt: 'x' }, 241],
  [{ $in: [1, '$n'] }, 40081],
  [{ $concatArrays: ['$n'] }, 28664],
  [{ $arrayElemAt: ['$n', 0] }, 28689],
  [{ $eq: [1] }, 16020],
  ['$$undefinedVariable', 17276],
  [{ $filter: { input: '$list', as: 'x' } }, [9, 28648]],
];

/** Tests the results of expressions on a document. */
export function expressionBehaviour(uri: Uri): void {
  describe('expressions', () => {
    const { collection } = scratch(uri);
    let shared: ReturnType<typeof collection> | undefined;
    const one = () => (shared ??= collection([document]));

    test.each(cases.map(([expression, value]) => ({ title: JSON.stringify(expression), expression, value })))(
      'evaluates $title',
      async ({ expression, value }) => {
        const documents = await one();
        const [result] = await documents.aggregate([{ $project: { _id: 0, value: expression } }]).toArray();
        expect(result).toEqual(value === undefined ? {} : { value });
      },
    );

    test.each(wrong.map(([expression, code]) => ({ title: JSON.stringify(expression), expression, code })))(
      'refuses $title',
      async ({ expression, code }) => {
        const documents = await one();
        await refused(documents.aggregate([{ $project: { value: expression } }]).toArray(), code);
      },
    );
  });
}
