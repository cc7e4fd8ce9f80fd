import { expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { aDelivery } from '../../../test/stores/deliveries-suite.ts';
import { now } from '../../../test/stores/fixtures.ts';
import { countsOf, mergedCounts } from './count.ts';
import type { Delivery } from './delivery.ts';

const none = { due: 0, late: 0, retrying: 0, failed: 0, unknown: 0 };
const since = minus(now, 1000);
const count = (...given: Partial<Delivery>[]) => countsOf(given.map(aDelivery), { now, since });

it.each([
  ['due now', { dueAt: now }, { due: 1 }],
  ['due in a moment', { dueAt: plus(now, 1) }, null],
  ['due for a minute', { dueAt: minus(now, 60_000) }, { due: 1 }],
  ['due for longer', { dueAt: minus(now, 60_001) }, { due: 1, late: 1 }],
  ['taken up late', { dueAt: minus(now, 60_001), state: 'leased' }, { due: 1, late: 1 }],
  ['being sent', { dueAt: now, state: 'sending' }, { due: 1 }],
  ['waiting for another attempt', { dueAt: plus(now, 5), failures: 1 }, { retrying: 1 }],
  ['due for another attempt', { dueAt: now, failures: 1 }, { due: 1, retrying: 1 }],
  ['given up', { dueAt: since, state: 'failed', failures: 7 }, { failed: 1 }],
  ['given up long ago', { dueAt: minus(since, 1), state: 'failed' }, null],
  ['unknown', { dueAt: since, state: 'unknown' }, { unknown: 1 }],
  ['unknown for long', { dueAt: minus(since, 1), state: 'unknown' }, null],
  ['sent', { dueAt: minus(now, 100_000), state: 'sent' }, null],
  ['skipped', { dueAt: minus(now, 100_000), state: 'skipped' }, null],
] as const)('counts a message that is %s', (_, given, expected) => {
  expect(count(given)).toEqual(expected ? [{ kind: 'confirmed', channel: 'email', ...none, ...expected }] : []);
});

it('adds up those of one kind and channel, and no others', () => {
  expect(count({}, {}, { channel: 'sms' }, { kind: 'reminder', state: 'sent' })).toEqual([
    { kind: 'confirmed', channel: 'email', ...none, due: 2 },
    { kind: 'confirmed', channel: 'sms', ...none, due: 1 },
  ]);
  expect(mergedCounts([])).toEqual([]);
});
