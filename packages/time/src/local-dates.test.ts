import { expect, it } from 'vitest';
import { localDates } from './local-dates.ts';
import { zoneOf } from './zone.ts';

it('names each date of the zone once, in order', () => {
  const instants = ['2026-04-14T03:00Z', '2026-04-14T05:00Z', '2026-04-14T18:00Z', '2026-04-16T12:00Z'].map(Date.parse);
  expect(localDates(zoneOf('UTC'), instants)).toEqual(['2026-04-14', '2026-04-16']);
  expect(localDates(zoneOf('America/New_York'), Float64Array.from(instants))).toEqual([
    '2026-04-13',
    '2026-04-14',
    '2026-04-16',
  ]);
  expect(localDates(zoneOf('UTC'), [])).toEqual([]);
});
