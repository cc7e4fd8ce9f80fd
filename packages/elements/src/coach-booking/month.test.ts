import { expect } from '@open-wc/testing';
import { month as april, slotAt } from '../../test/states.ts';
import { firstFreeDay, monthView, type MonthOptions } from './month.ts';

const ask = (change: Partial<MonthOptions> = {}) =>
  monthView({
    month: '2028-04',
    today: '2028-04-10',
    chosen: null,
    cursor: null,
    byDate: april.byDate,
    firstWeekday: 1,
    ...change,
  });

const tabbable = (change: Partial<MonthOptions>) => {
  const view = ask(change);
  return view.weeks.flat().filter((date) => date && view.getDayProps(date).tabbable);
};

describe('the picture of a month', () => {
  for (const [month, firstWeekday, before, days] of [
    ['2028-04', 1, 5, 30],
    ['2028-04', 0, 6, 30],
    ['2028-04', 6, 0, 30],
    ['2028-02', 1, 1, 29],
    ['2027-02', 1, 0, 28],
  ] as const)
    it(`starts ${month} on ${firstWeekday} after ${before} empty places`, () => {
      const { weeks } = ask({ month, firstWeekday });
      expect(weeks.map((week) => week.length)).to.deep.equal([7, 7, 7, 7, 7, 7]);
      expect(weeks.flat().indexOf(`${month}-01`)).to.equal(before);
      expect(weeks.flat().filter(Boolean)).to.have.length(days);
    });

  it('describes each day', () => {
    const { getDayProps } = ask({ chosen: '2028-04-11' });
    expect(getDayProps('2028-04-11')).to.include({ free: true, full: false, chosen: true, past: false, today: false });
    expect(getDayProps('2028-04-14')).to.include({ free: false, full: true, chosen: false });
    expect(getDayProps('2028-04-15')).to.include({ free: false, full: false });
    expect(getDayProps('2028-04-10')).to.include({ today: true, past: false });
    expect(getDayProps('2028-04-09')).to.include({ past: true });
  });

  for (const [what, change, date] of [
    ['where the keyboard is', { cursor: '2028-04-20', chosen: '2028-04-11' }, '2028-04-20'],
    ['the chosen day', { chosen: '2028-04-12' }, '2028-04-12'],
    ['the first free day', { chosen: '2028-05-01' }, '2028-04-11'],
    ['today', { byDate: {} }, '2028-04-10'],
    ['the first of the month', { byDate: {}, month: '2028-06' }, '2028-06-01'],
  ] as const)
    it(`has one day that Tab reaches: ${what}`, () => {
      expect(tabbable(change)).to.deep.equal([date]);
    });

  it('marks the first month that can be booked', () => {
    expect([ask().first, ask({ month: '2028-05' }).first]).to.deep.equal([true, false]);
  });
});

describe('the first free day', () => {
  it('skips days whose slots are taken, and those up to a given one', () => {
    const byDate = {
      '2028-04-14': [slotAt('2028-04-14', '09:00', 'booked')],
      '2028-04-17': [slotAt('2028-04-17', '09:00')],
    };
    expect(firstFreeDay(byDate)).to.equal('2028-04-17');
    expect(firstFreeDay(byDate, '2028-04-17')).to.equal(null);
  });
});
