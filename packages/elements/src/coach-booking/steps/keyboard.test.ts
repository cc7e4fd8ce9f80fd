import { expect } from '@open-wc/testing';
import { moveDay } from './keyboard.ts';

const rules = { today: '2028-04-10', firstWeekday: 1, rtl: false };
const key = (name: string) => ({ key: name.replace('Shift+', ''), shiftKey: name.startsWith('Shift+') });

describe('keys in the month', () => {
  for (const [name, from, to, change] of [
    ['ArrowRight', '2028-04-30', '2028-05-01', {}],
    ['ArrowLeft', '2028-05-01', '2028-04-30', {}],
    ['ArrowRight', '2028-04-30', '2028-04-29', { rtl: true }],
    ['ArrowLeft', '2028-04-30', '2028-05-01', { rtl: true }],
    ['ArrowDown', '2028-04-28', '2028-05-05', {}],
    ['ArrowUp', '2028-05-05', '2028-04-28', {}],
    ['Home', '2028-04-20', '2028-04-17', {}],
    ['End', '2028-04-20', '2028-04-23', {}],
    ['Home', '2028-04-20', '2028-04-16', { firstWeekday: 0 }],
    ['End', '2028-04-20', '2028-04-21', { firstWeekday: 6 }],
    ['PageDown', '2028-05-31', '2028-06-30', {}],
    ['PageUp', '2028-07-31', '2028-06-30', {}],
    ['Shift+PageDown', '2028-04-20', '2029-04-20', {}],
    ['Shift+PageUp', '2029-05-20', '2028-05-20', {}],
  ] as const)
    it(`moves by ${name} from ${from} to ${to} ${JSON.stringify(change)}`, () => {
      expect(moveDay(from, key(name), { ...rules, ...change })).to.equal(to);
    });

  it('moves neither before today nor beyond two years', () => {
    expect(moveDay('2028-04-12', key('PageUp'), rules)).to.equal('2028-04-10');
    expect(moveDay('2030-04-01', key('Shift+PageDown'), rules)).to.equal('2030-04-11');
  });

  it('ignores keys that mean nothing', () => {
    expect(moveDay('2028-04-12', key('Enter'), rules)).to.equal(null);
  });
});
