import { expect } from '@open-wc/testing';
import { formatsFor } from './format.ts';
import { firstWeekday } from './week.ts';
import { cityOf } from './zone.ts';
import { allZones, currentZone } from './zone-list.ts';

describe('weeks', () => {
  for (const [language, day] of [
    ['en', 0],
    ['en-GB', 1],
    ['de', 1],
    ['ar-EG', 6],
  ] as const)
    it(`begins the week on ${day} in ${language}`, () => {
      expect(firstWeekday(language)).to.equal(day);
    });
});

describe('V22 weeks in a browser without getWeekInfo', () => {
  const descriptors = Object.getOwnPropertyDescriptors(Intl.Locale.prototype);
  before(() => {
    for (const name of ['getWeekInfo', 'weekInfo']) Reflect.deleteProperty(Intl.Locale.prototype, name);
  });
  after(() => {
    for (const name of ['getWeekInfo', 'weekInfo'] as const)
      if (name in descriptors) Object.defineProperty(Intl.Locale.prototype, name, descriptors[name as never]!);
  });

  for (const [language, day] of [
    ['ar', 6],
    ['ar-EG', 6],
    ['ar-SA', 0],
    ['ar-MA', 1],
    ['en', 0],
    ['de', 1],
  ] as const)
    it(`begins the week on ${day} in ${language} without getWeekInfo`, () => {
      expect('getWeekInfo' in Intl.Locale.prototype || 'weekInfo' in Intl.Locale.prototype).to.equal(false);
      expect(firstWeekday(language)).to.equal(day);
    });
});

describe('the local time of a zone', () => {
  for (const [zone, date, hour] of [
    ['UTC', '2028-04-11', 18],
    ['Asia/Kathmandu', '2028-04-12', 0],
    ['Pacific/Chatham', '2028-04-12', 7],
    ['America/New_York', '2028-04-11', 14],
  ] as const)
    it(`shows ${date} ${hour} h in ${zone}`, () => {
      const wall = formatsFor('en', zone).wall('2028-04-11T18:30:00Z');
      expect([wall.slice(0, 10), +wall.slice(11, 13)]).to.deep.equal([date, hour]);
    });

  it('names a zone by its well-known name', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).to.equal('Buenos Aires');
    expect(cityOf('UTC')).to.equal('UTC');
  });

  it('lists the zones of the browser', () => {
    expect(allZones()).to.include('Europe/Berlin');
  });

  it('api 15: lists zones by their current names, UTC among them', () => {
    expect(allZones()).to.include.members(['Asia/Kolkata', 'Asia/Kathmandu', 'Europe/Kyiv', 'UTC']);
    expect(allZones()).not.to.include.members(['Asia/Calcutta']).and.not.include.members(['Asia/Katmandu']);
    expect(new Set(allZones()).size).to.equal(allZones().length);
    expect(['Asia/Saigon', 'Europe/Berlin'].map(currentZone)).to.deep.equal(['Asia/Ho_Chi_Minh', 'Europe/Berlin']);
  });
});
