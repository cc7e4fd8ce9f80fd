import moment from 'moment-timezone';
import { describe, expect, it } from 'vitest';
import { zoneData, zoneRelease } from './zone-data.ts';

describe('zoneData', () => {
  it('names the release of the database', () => expect(zoneRelease).toMatch(/^20\d\d[a-z]$/));

  it('reads every zone and link as the package that wrote them does', () => {
    const names = moment.tz.names();
    expect(names.length).toBeGreaterThan(590);
    for (const name of names) {
      const { offsets, untils } = moment.tz.zone(name)!;
      expect(zoneData(name), name).toEqual(
        // `untils` ends with an Infinity; offsets are minutes to the west, some with a fraction of LMT that is no whole
        // second.
        offsets.map((west, row) => ({
          at: row === 0 ? -Infinity : untils[row - 1],
          offset: -Math.round(west * 60) * 1000 || 0,
        })),
      );
    }
  });

  it('finds names in any case, and no other', () => {
    expect(zoneData('europe/BERLIN')).toEqual(zoneData('Europe/Berlin'));
    expect(zoneData('Mars/Olympus')).toBeUndefined();
  });
});
