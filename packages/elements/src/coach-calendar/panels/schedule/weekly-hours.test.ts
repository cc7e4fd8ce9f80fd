import { expect } from '@open-wc/testing';
import { schedule } from '../../../../test/calendar-states.ts';
import { hexOf } from '../../../internal/theme/colour.ts';
import { colourOf, contrast, textOn } from '../../../internal/theme/contrast.ts';
import { scheduleInputOf, initialScheduleForm } from './schedule-form.ts';
import { timeOffInputOf, initialTimeOffForm } from '../time-off/time-off-form.ts';
import { endOf, rangeProblem, shownEnd } from '../parts/typed-range.ts';
import { copyDay, mergeRanges, nextBreak, nextRange, overlaps, weekOf, weeklyOf } from './weekly-hours.ts';

const range = (text: string) => {
  const [start, end] = text.split('-') as [string, string];
  return { start, end };
};
const nine = range('09:00-17:00');

describe('weekly hours as they are edited', () => {
  it('returns weekly hours as they were stored', () => {
    const { workingHours, breaks } = schedule;
    expect(weeklyOf(weekOf(schedule))).to.deep.equal({ workingHours, breaks });
  });

  for (const [title, ranges, merged] of [
    ['overlapping ranges become one', ['09:00-12:00', '11:00-14:00'], ['09:00-14:00']],
    ['ranges that touch become one', ['12:00-14:00', '09:00-12:00'], ['09:00-14:00']],
    ['a range within another goes', ['09:00-17:00', '10:00-11:00'], ['09:00-17:00']],
    ['V23 past midnight what they meet is one with them', ['22:00-02:00', '20:00-23:00'], ['20:00-02:00']],
    ['V23 past midnight they swallow the evening', ['18:00-03:00', '20:00-22:00'], ['18:00-03:00']],
    ['apart they stay apart, in order', ['13:00-24:00', '09:00-12:00'], ['09:00-12:00', '13:00-24:00']],
  ] as const)
    it(title, () => {
      expect(mergeRanges(ranges.map(range))).to.deep.equal(merged.map(range));
      expect(overlaps(ranges.map(range))).to.equal(merged.length < ranges.length);
    });

  it('V23 accepts hours that run on past midnight', () => {
    expect(rangeProblem(range('22:00-02:00'))).to.equal(null);
    expect(nextRange([range('22:00-02:00')])).to.equal(null);
  });

  it('refuses hours that end at their start, and reads midnight as an end as the end of the day', () => {
    expect(rangeProblem(range('09:00-09:00'))).to.equal('endSameAsStart');
    expect(rangeProblem(range('09:00-'))).to.equal('invalidTime');
    expect(rangeProblem({ start: '20:00', end: endOf('00:00') })).to.equal(null);
    expect(shownEnd(endOf('00:00'))).to.equal('00:00');
  });

  it('copies the hours of one day to others, breaks with them', () => {
    const week = copyDay(weekOf(schedule), 1, [6]);
    expect(week[6]).to.deep.equal({ dayOfWeek: 6, hours: [nine], breaks: [range('12:00-13:00')] });
    expect(week[0]!.hours).to.deep.equal([]);
  });

  it('drops the breaks of a closed day', () => {
    const week = weekOf(schedule).map((day) => (day.dayOfWeek === 1 ? { ...day, hours: [] } : day));
    expect(weeklyOf(week).breaks.some(({ dayOfWeek }) => dayOfWeek === 1)).to.equal(false);
  });

  it('suggests hours where there is room', () => {
    expect(nextRange([])).to.deep.equal(nine);
    expect(nextRange([nine])).to.deep.equal(range('18:00-22:00'));
    expect(nextRange([range('09:00-22:30')])).to.deep.equal(range('23:30-24:00'));
    expect(nextRange([range('09:00-23:30')])).to.equal(null);
    expect(nextBreak([nine], [])).to.deep.equal(range('12:00-13:00'));
    expect(nextBreak([nine], [range('12:00-13:00')])).to.deep.equal(range('10:00-10:30'));
    expect(nextBreak([range('14:00-18:00')], [])).to.deep.equal(range('15:00-15:30'));
  });
});

describe('a schedule that is sent', () => {
  const typed = initialScheduleForm(schedule);

  it('keeps what the form does not show', () => {
    expect(scheduleInputOf(typed, schedule)).to.deep.include({
      reminders: schedule.reminders,
      slotInterval: 30,
      timeZone: 'America/New_York',
    });
  });

  it('sends no schedule while a number or a range is wrong', () => {
    expect(
      scheduleInputOf(
        { ...typed, numbers: { ...typed.numbers, bufferAfter: { text: '-5', unit: 'minute' } } },
        schedule,
      ),
    ).to.equal(null);
    expect(
      scheduleInputOf(
        { ...typed, numbers: { ...typed.numbers, slotInterval: { text: '4', unit: 'minute' } } },
        schedule,
      ),
    ).to.equal(null);
    const week = typed.week.map((day) => ({ ...day, hours: [range('10:00-10:00')] }));
    expect(scheduleInputOf({ ...typed, week }, schedule)).to.equal(null);
  });
});

describe('time off as it is typed', () => {
  const zone = 'America/New_York';

  it('reads time off from midnight to midnight as whole days, the last one included', () => {
    const typed = initialTimeOffForm(
      { start: '2028-04-14T04:00:00Z', end: '2028-04-16T04:00:00Z' },
      { timeZone: zone },
    );
    expect(typed).to.include({ allDay: true, fromDate: '2028-04-14', toDate: '2028-04-15' });
    expect(timeOffInputOf(typed, zone)).to.deep.equal({ start: '2028-04-14T04:00:00Z', end: '2028-04-16T04:00:00Z' });
  });

  it('makes time off on a day on which the clocks change as long as that day', () => {
    const typed = {
      ...initialTimeOffForm({ start: '2028-03-12T05:00:00Z', end: '2028-03-13T04:00:00Z' }, { timeZone: zone }),
    };
    expect(timeOffInputOf(typed, zone)).to.deep.equal({ start: '2028-03-12T05:00:00Z', end: '2028-03-13T04:00:00Z' });
  });

  it('refuses time off that ends before it starts', () => {
    const typed = initialTimeOffForm(
      { start: '2028-04-14T14:00:00Z', end: '2028-04-14T15:00:00Z' },
      { timeZone: zone },
    );
    expect(timeOffInputOf({ ...typed, toTime: typed.fromTime }, zone)).to.equal('endAfterStart');
    expect(timeOffInputOf({ ...typed, toTime: '' }, zone)).to.equal(null);
  });
});

describe('colours', () => {
  it('reads colours in every way of writing them', () => {
    expect([hexOf('orange'), hexOf('rgb(0 128 255)'), hexOf('no colour')]).to.deep.equal(['#ffa500', '#0080ff', null]);
  });
  it('puts black or white text on colours at 4.5:1 or more', () => {
    for (let i = 0; i < 256; i += 5) {
      const hex = `#${i.toString(16).padStart(2, '0')}${(255 - i).toString(16).padStart(2, '0')}80`;
      expect(contrast(colourOf(hex), colourOf(textOn(hex))), hex).to.be.at.least(4.5);
    }
  });
});
