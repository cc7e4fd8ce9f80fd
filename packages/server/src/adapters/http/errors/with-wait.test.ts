import { expect, it } from 'vitest';
import { withWait } from './with-wait.ts';

it.each([
  [undefined, 'a moment'],
  [1, 'a moment'],
  [10, 'a moment'],
  [11, '11 seconds'],
  [89, '89 seconds'],
  [90, '2 minutes'],
  [3599, '60 minutes'],
  [5400, '2 hours'],
  ['86400', '24 hours'],
])('api 15: asks a caller after %s seconds to wait %s', (seconds, wait) => {
  expect(withWait('Too many requests. Please wait a moment.', seconds)).toBe(`Too many requests. Please wait ${wait}.`);
  expect(withWait('No session begins at this time.', seconds)).toBe('No session begins at this time.');
});
