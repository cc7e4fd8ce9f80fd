import { expect, test } from 'vitest';
import { updateIntent } from '@coach-booking/contract/operations';
import { createIntentBeacon } from './intent-beacon.ts';

test.each([true, false])('sends what is chosen in one message without a preflight, which was taken: %s', (taken) => {
  const sent: [string, string][] = [];
  const beacon = createIntentBeacon(
    { publishableKey: 'pk_test_1', baseUrl: 'https://book.example/' },
    (url, body) => (sent.push([url, body]), taken),
  );
  const left = { id: '665f000000000000000000c1', token: 'proof', serviceId: 's', start: undefined };
  expect(beacon(left)).toBe(taken);
  expect(sent).toEqual([
    [
      `https://book.example${updateIntent.path.replace('{id}', left.id)}?key=pk_test_1`,
      '{"token":"proof","serviceId":"s"}',
    ],
  ]);
});
