import { expect } from '@open-wc/testing';
import { instantOf, isSkipped, wallOf } from './wall.ts';

describe('the instant of a wall-clock time', () => {
  for (const [title, date, time, zone, instant] of [
    ['an ordinary time', '2028-04-12', '09:30', 'America/New_York', '2028-04-12T13:30:00Z'],
    ['a quarter-hour zone', '2028-04-12', '09:30', 'Asia/Kathmandu', '2028-04-12T03:45:00Z'],
    ['a skipped time counts by the offset before', '2028-03-12', '02:30', 'America/New_York', '2028-03-12T07:30:00Z'],
    ['a time that comes twice is the first', '2028-11-05', '01:30', 'America/New_York', '2028-11-05T05:30:00Z'],
    ['just after the repeated hour', '2028-11-05', '02:00', 'America/New_York', '2028-11-05T07:00:00Z'],
    ['half an hour of daylight saving', '2028-04-02', '01:45', 'Australia/Lord_Howe', '2028-04-01T14:45:00Z'],
    ['the end of a day', '2028-04-12', '24:00', 'Europe/Berlin', '2028-04-12T22:00:00Z'],
  ] as const)
    it(title, () => {
      expect(instantOf({ date, time }, zone)).to.equal(instant);
    });
});

describe('what the wall shows', () => {
  it('shows the date and the time of the zone', () => {
    expect(wallOf('2028-04-12T23:30:00Z', 'Asia/Tokyo')).to.deep.equal({ date: '2028-04-13', time: '08:30' });
  });
  it('shows midnight as 00:00', () => {
    expect(wallOf('2028-04-12T04:00:00Z', 'America/New_York')).to.deep.equal({ date: '2028-04-12', time: '00:00' });
  });
  it('comes back from its instant', () => {
    for (const zone of ['UTC', 'America/St_Johns', 'Pacific/Chatham', 'Australia/Lord_Howe'])
      for (let ms = Date.parse('2028-03-01T00:00:00Z'); ms < Date.parse('2028-03-10T00:00:00Z'); ms += 2_700_000)
        expect(Date.parse(instantOf(wallOf(new Date(ms).toISOString(), zone), zone)), zone).to.equal(ms);
  });
});

describe('a time that the clocks skip', () => {
  for (const [date, time, zone, skipped] of [
    ['2027-03-14', '02:30', 'America/New_York', true],
    ['2027-03-14', '02:00', 'America/New_York', true],
    ['2027-03-14', '01:59', 'America/New_York', false],
    ['2027-03-14', '03:00', 'America/New_York', false],
    ['2027-11-07', '01:30', 'America/New_York', false],
    ['2027-10-03', '02:15', 'Australia/Lord_Howe', true],
    ['2027-10-03', '02:30', 'Australia/Lord_Howe', false],
    ['2028-04-12', '24:00', 'Europe/Berlin', false],
  ] as const)
    it(`counts ${time} on ${date} in ${zone} as${skipped ? '' : ' not'} skipped`, () => {
      expect(isSkipped({ date, time }, zone)).to.equal(skipped);
    });
});
