import { expect } from '@open-wc/testing';
import { zonesFor } from './zone-search.ts';

const SUMMER = Date.parse('2028-07-10T08:00:00Z');
const WINTER = Date.parse('2028-01-10T08:00:00Z');
const first = (typed: string, at = SUMMER) => zonesFor(typed, at, [])[0]?.zone;

describe('the search for a zone', () => {
  for (const [typed, zone] of [
    ['berl', 'Europe/Berlin'],
    [' BERLIN ', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['são p', 'America/Sao_Paulo'],
    ['europe/lon', 'Europe/London'],
    ['pst', 'America/Los_Angeles'],
    ['jst', 'Asia/Tokyo'],
    ['GMT+5:45', 'Asia/Kathmandu'],
    ['utc+0545', 'Asia/Kathmandu'],
  ] as const)
    it(`finds ${zone} by «${typed}»`, () => {
      expect(first(typed)).to.equal(zone);
    });

  it('finds zones by their offset at the moment alone', () => {
    const zones = (at: number) => zonesFor('+2', at, []).map(({ zone }) => zone);
    expect(zones(SUMMER)).to.include('Europe/Berlin').and.not.include('Europe/Athens');
    expect(zones(WINTER)).to.include('Europe/Athens').and.not.include('Europe/Berlin');
  });

  it('writes the offset of the moment', () => {
    expect(zonesFor('berlin', SUMMER, [])[0]).to.include({ city: 'Berlin', region: 'Europe', offset: 'GMT+2' });
    expect(zonesFor('berlin', WINTER, [])[0]).to.include({ offset: 'GMT+1' });
    expect(zonesFor('london', WINTER, [])[0]).to.include({ offset: 'GMT' });
  });

  it('lists those near first and each once, and finds nothing by a word of no zone', () => {
    const all = zonesFor('', SUMMER, ['Asia/Katmandu', 'America/New_York']).map(({ zone }) => zone);
    expect(all.slice(0, 2)).to.deep.equal(['Asia/Katmandu', 'America/New_York']);
    expect(all).to.include('Europe/Berlin').and.not.include('Asia/Kathmandu');
    expect(new Set(all).size).to.equal(all.length);
    expect(zonesFor('nowhere', SUMMER, [])).to.deep.equal([]);
  });
});
