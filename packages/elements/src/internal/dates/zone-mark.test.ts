import { expect } from '@open-wc/testing';
import { learnZones } from '@coach-booking/sdk';
import { formatsFor } from './format.ts';
import { timesText, zoneMark } from './zone-mark.ts';

describe('the mark of a time that the clocks show twice (V15)', () => {
  for (const [instant, timeZone, language, mark] of [
    ['2027-11-07T05:00:00Z', 'America/New_York', 'en', ' EDT'],
    ['2027-11-07T05:59:00Z', 'America/New_York', 'en', ' EDT'],
    ['2027-11-07T06:00:00Z', 'America/New_York', 'en', ' EST'],
    ['2027-11-07T06:59:00Z', 'America/New_York', 'en', ' EST'],
    ['2027-11-07T04:59:00Z', 'America/New_York', 'en', ''],
    ['2027-11-07T07:00:00Z', 'America/New_York', 'en', ''],
    ['2027-03-14T07:00:00Z', 'America/New_York', 'en', ''],
    ['2027-10-31T00:30:00Z', 'Europe/Berlin', 'de', ' MESZ'],
    ['2027-10-31T01:30:00Z', 'Europe/Berlin', 'de', ' MEZ'],
    ['2027-04-03T14:45:00Z', 'Australia/Lord_Howe', 'en', ' GMT+11'],
    ['2027-04-03T15:15:00Z', 'Australia/Lord_Howe', 'en', ' GMT+10:30'],
    ['2027-11-07T05:30:00Z', 'UTC', 'en', ''],
  ] as const)
    it(`writes «${mark}» at ${instant} in ${timeZone}, in ${language}`, () => {
      expect(zoneMark({ language, timeZone }, instant)).to.equal(mark);
    });

  it('marks both ends of a session', () => {
    const format = formatsFor('en', 'America/New_York');
    const text = (start: string, end: string) => timesText(format, start, end).replaceAll('\u202f', ' ');
    expect(text('2027-11-07T05:30:00Z', '2027-11-07T06:00:00Z')).to.equal('1:30 AM EDT – 1:00 AM EST');
    expect(text('2027-11-07T04:30:00Z', '2027-11-07T05:30:00Z')).to.equal('12:30 AM – 1:30 AM EDT');
    expect(text('2027-11-08T14:00:00Z', '2027-11-08T15:00:00Z')).to.equal('9:00 AM – 10:00 AM');
  });

  it('R22 writes no abbreviation in a browser whose offset differs from the server’s', () => {
    const timeZone = 'America/Denver';
    learnZones([
      {
        timeZone,
        offsets: [
          { from: '2027-10-01T00:00:00Z', to: '2027-11-07T08:30:00Z', minutes: -330 },
          { from: '2027-11-07T08:30:00Z', to: '2027-12-01T00:00:00Z', minutes: -390 },
        ],
      },
    ]);
    expect(zoneMark({ language: 'en', timeZone }, '2027-11-07T08:15:00Z')).to.equal(' GMT-5:30');
    expect(zoneMark({ language: 'en', timeZone }, '2027-11-07T09:15:00Z')).to.equal(' GMT-6:30');
  });
});
