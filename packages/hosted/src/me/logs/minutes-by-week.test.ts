import { expect } from '@open-wc/testing';
import { minutesByWeek } from './minutes-by-week.ts';

const day = (date: string, ...durations: (number | undefined)[]) => ({
  date,
  entries: durations.map((duration) => ({ duration })),
});

describe('the minutes of a week', () => {
  it('sums up each week, and shows weeks without training as zero', () => {
    const days = [day('2028-04-12', 55, undefined), day('2028-04-10', 38), day('2028-03-28', 60)];
    expect(minutesByWeek(days, 1)).to.deep.equal([
      { date: '2028-03-27', value: 60 },
      { date: '2028-04-03', value: 0 },
      { date: '2028-04-10', value: 93 },
    ]);
  });

  it('begins weeks where the language does', () => {
    expect(minutesByWeek([day('2028-04-09', 30)], 0)).to.deep.equal([{ date: '2028-04-09', value: 30 }]);
    expect(minutesByWeek([day('2028-04-09', 30)], 1)).to.deep.equal([{ date: '2028-04-03', value: 30 }]);
  });

  it('is empty where no workout has a duration', () => {
    expect(minutesByWeek([day('2028-04-09', undefined)], 1)).to.deep.equal([]);
  });
});
