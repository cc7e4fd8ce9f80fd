import { expect } from '@open-wc/testing';
import { draftOf, ruleOf, spanOf, wrongOf, type DraftRule } from './rule.ts';

describe('a reminder rule in the form', () => {
  for (const [minutesBefore, amount, unit] of [
    [1440, 24, 'hour'],
    [2880, 2, 'day'],
    [120, 2, 'hour'],
    [90, 90, 'minute'],
    [0, 0, 'minute'],
  ] as const)
    it(`shows ${minutesBefore} minutes as ${amount} of a ${unit}, and back`, () => {
      const draft = draftOf({ channel: 'sms', minutesBefore });
      expect(draft).to.deep.equal({ channel: 'sms', amount, unit });
      expect(ruleOf(draft)).to.deep.equal({ channel: 'sms', minutesBefore });
    });

  it('refuses a rule that is too long, no whole number, or there already', () => {
    const rule: DraftRule = { channel: 'email', amount: 24, unit: 'hour' };
    expect(wrongOf(rule, [])).to.equal(null);
    expect(wrongOf({ ...rule, amount: 31, unit: 'day' }, [])).to.equal('tooLong');
    expect(wrongOf({ ...rule, amount: Number.NaN }, [])).to.equal('tooLong');
    expect(wrongOf({ ...rule, amount: -1 }, [])).to.equal('tooLong');
    expect(wrongOf(rule, [{ channel: 'email', amount: 1440, unit: 'minute' }])).to.equal('twice');
    expect(wrongOf(rule, [{ channel: 'sms', amount: 24, unit: 'hour' }])).to.equal(null);
  });

  it('writes a rule in words of the language', () => {
    expect(spanOf({ channel: 'sms', amount: 24, unit: 'hour' }, 'en')).to.equal('24 hours');
    expect(spanOf({ channel: 'sms', amount: 2, unit: 'day' }, 'de')).to.equal('2 Tage');
  });
});
