import { expect } from '@open-wc/testing';
import { visitOf } from './steps/visit.ts';
import { developerMessage } from './steps/developer-warning.ts';
import { problemPhrase } from './steps/reasons.ts';
import { problem, slotAt } from '../../test/states.ts';

describe('the visit', () => {
  it('returns the campaign of the page and the page before it', () => {
    const search = `?utm_source=letter&utm_campaign=${'x'.repeat(300)}&utm_id=7&page=2`;
    expect(visitOf({ search }, 'https://search.example/')).to.deep.equal({
      utm: { source: 'letter', campaign: 'x'.repeat(200) },
      referrer: 'https://search.example/',
    });
  });
});

describe('the text about a problem', () => {
  for (const [given, phrase] of [
    [problem('taken'), 'takenNone'],
    [problem('taken', { alternatives: [slotAt('2028-04-11', '09:00')] }), 'taken'],
    [problem('refused', { code: 'TOO_SOON' }), 'whySoon'],
    [problem('refused', { code: 'OFF_GRID' }), 'refused'],
    [problem('refused', { code: 'BOOKING_LIMIT' }), 'addressFull'],
    [problem('refused', { code: 'EMAIL_LIMIT' }), 'emailFull'],
    [problem('invalid'), 'fields'],
    [problem('limited'), 'limited'],
  ] as const)
    it(`describes ${given.kind} ${given.code} as «${phrase}»`, () => {
      expect(problemPhrase(given)).to.equal(phrase);
    });

  it('names to the developer the origin, the code, where to allow it and the request, never the key', () => {
    const hint =
      'Add https://fit.example to the allowed origins of the partner, at https://book.example/p/fit/admin#partner.';
    const message = developerMessage(problem('setup', { code: 'ORIGIN_NOT_ALLOWED', hint, requestId: '0f8e' }));
    expect(message).to.equal(
      `<coach-booking> on ${location.origin}: ORIGIN_NOT_ALLOWED. The server says so. ${hint} Request 0f8e.`,
    );
  });
});
