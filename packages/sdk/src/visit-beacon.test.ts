import { expect, test } from 'vitest';
import { createVisitBeacon } from './visit-beacon.ts';

test('sends a step that needs no preflight, without what is not known', () => {
  const sent: [string, string][] = [];
  const count = createVisitBeacon(
    { publishableKey: 'pk_test_demo', baseUrl: 'https://book.example/' },
    (...message) => void sent.push(message),
  );
  count({ coach: 'coach-a', step: 'viewed', isFirst: true, serviceId: undefined, source: 'letter' });
  expect(sent).toEqual([
    [
      'https://book.example/v1/coaches/coach-a/visits?key=pk_test_demo',
      '{"step":"viewed","isFirst":true,"source":"letter"}',
    ],
  ]);
});
