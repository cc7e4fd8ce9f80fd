import { expect } from '@open-wc/testing';
import { wallClock } from './wall-clock.ts';

const HOUR = 3_600_000;
const text = (instant: number) => new Date(instant).toISOString();

describe('the days of a zone', () => {
  for (const [zone, date, hours] of [
    ['Europe/Berlin', '2028-03-26', 23],
    ['Europe/Berlin', '2028-10-29', 25],
    ['America/New_York', '2028-03-12', 23],
    ['Australia/Lord_Howe', '2028-10-01', 23.5],
    ['Africa/Cairo', '2028-04-28', 23],
    ['Asia/Kathmandu', '2028-03-26', 24],
    ['UTC', '2028-03-26', 24],
  ] as const)
    it(`gives ${date} in ${zone} ${hours} hours`, () => {
      const { start, end } = wallClock(zone).day(date);
      expect((end - start) / HOUR).to.equal(hours);
    });

  it('shows the wall also where the clocks change', () => {
    const { start, end, minuteOf } = wallClock('Europe/Berlin').day('2028-03-26');
    expect([start, start + HOUR, start + 2 * HOUR, end - HOUR, end].map(minuteOf)).to.deep.equal([
      0,
      60,
      180,
      23 * 60,
      1440,
    ]);
  });
});

describe('an instant on the wall', () => {
  for (const [zone, date, minute, instant] of [
    ['America/New_York', '2028-04-11', 9 * 60, '2028-04-11T13:00:00.000Z'],
    // A skipped time: as much later as is skipped.
    ['Europe/Berlin', '2028-03-26', 150, '2028-03-26T01:30:00.000Z'],
    // A repeated time: the first one.
    ['Europe/Berlin', '2028-10-29', 150, '2028-10-29T00:30:00.000Z'],
    // A skipped midnight: the date begins at one.
    ['Africa/Cairo', '2028-04-28', 0, '2028-04-27T22:00:00.000Z'],
    ['Europe/Berlin', '2028-04-11', -30, '2028-04-10T21:30:00.000Z'],
    ['Europe/Berlin', '2028-04-11', 1440, '2028-04-11T22:00:00.000Z'],
  ] as const)
    it(`finds ${date} ${minute} min in ${zone} at ${instant}`, () => {
      expect(text(wallClock(zone).instantAt(date, minute))).to.equal(instant);
    });

  it('reads an instant back to the same wall-clock time', () => {
    const clock = wallClock('Pacific/Chatham');
    expect(clock.wallOf(clock.instantAt('2028-04-11', 615))).to.deep.equal({ date: '2028-04-11', minute: 615 });
  });
});
