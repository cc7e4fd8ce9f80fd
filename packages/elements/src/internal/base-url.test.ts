import { expect } from '@open-wc/testing';
import { defaultBaseUrl } from './base-url.ts';

describe('the origin of the API', () => {
  for (const [script, origin] of [
    ['https://book.example/embed/coach-booking.js', 'https://book.example'],
    ['file:///somewhere/coach-booking.js', location.origin],
    ['blob:https://x.example/1', location.origin],
    [undefined, location.origin],
  ] as const)
    it(`takes for a script from ${script} ${origin === location.origin ? 'the page’s own origin' : origin}`, () => {
      expect(defaultBaseUrl(script)).to.equal(origin);
    });
});
