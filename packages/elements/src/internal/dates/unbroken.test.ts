import { expect } from '@open-wc/testing';
import { unbroken } from './unbroken.ts';

const at = new Date('2028-04-17T21:00:00Z');
const options = { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' } as const;

describe('a time that keeps to its line', () => {
  for (const [language, end] of [
    ['en', 'at 9:00\u00a0PM'],
    ['ar', '9:00\u00a0م'],
    ['de', 'um 21:00'],
  ] as const)
    it(`writes ${language} with its part of the day`, () => {
      expect(unbroken(new Intl.DateTimeFormat(language, options).formatToParts(at)).endsWith(end)).to.equal(true);
    });

  it('writes a span', () => {
    const format = new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone: 'UTC' });
    const text = unbroken(format.formatRangeToParts(at, new Date(at.getTime() + 3_600_000)));
    expect(text.endsWith('10:00\u00a0PM')).to.equal(true);
  });
});
