import { instant, parseInstant } from './instant.ts';
import { describe, expect, it } from 'vitest';
import { offsetRows } from './offset-rows.ts';
import { HOUR } from './units.ts';
import { zoneOf } from './zone.ts';
import { zoneRelease, zonesAlike } from './zone-data.ts';
import { changeAt, changesOfOffset, offsetsIn, offsetsOfIntl, zoneLaw } from './zone-law.ts';

const stretch = { from: instant(Date.UTC(2026, 0, 1)), to: instant(Date.UTC(2037, 0, 1)) };
const law = zoneLaw(stretch);
/** As Vancouver was before British Columbia kept its summer offset. */
const before = offsetsIn(law, 'America/Los_Angeles')!;
const after = offsetsIn(law, 'America/Vancouver')!;

describe('the law of the zones (R22)', () => {
  it('has the offsets of every zone and link, as its table has them', () => {
    const names = zonesAlike().flat();
    expect(names.length).toBeGreaterThan(590);
    for (const name of names)
      expect(offsetsIn(law, name), name).toEqual(offsetRows(zoneOf(name), stretch.from, stretch.to));
  });

  it('is plain data of its release, in few kilobytes', () => {
    expect(law).toMatchObject({ release: zoneRelease, ...stretch });
    expect(JSON.stringify(law).length).toBeLessThan(80_000);
    expect(structuredClone(law)).toEqual(law);
  });

  it('finds a zone in any case, and none that it does not know', () => {
    expect(offsetsIn(law, 'america/VANCOUVER')).toBe(after);
    expect(offsetsIn(law, 'Mars/Olympus')).toBeUndefined();
  });

  it('agrees with Intl where the release is the same', () => {
    expect(offsetsOfIntl('Europe/Berlin', stretch)).toEqual(offsetsIn(law, 'Europe/Berlin'));
    expect(offsetsOfIntl('Asia/Tokyo', stretch)).toEqual(offsetsIn(law, 'Asia/Tokyo'));
    expect(offsetsOfIntl('Mars/Olympus', stretch)).toBeUndefined();
  });

  it('differs in stretches after a change of law: an hour in each winter from 2026 on in Vancouver', () => {
    const changes = changesOfOffset(before, after);
    expect(changes[0]).toEqual({
      from: Date.parse('2026-11-01T09:00:00Z'),
      to: Date.parse('2027-03-14T10:00:00Z'),
      before: -8 * HOUR,
      after: -7 * HOUR,
    });
    expect(changes).toHaveLength(11);
    expect(changeAt(changes, parseInstant('2026-12-15T17:00:00Z'))).toBe(changes[0]);
    expect(changeAt(changes, parseInstant('2027-07-15T17:00:00Z'))).toBeUndefined();
    expect(changesOfOffset(after, after)).toEqual([]);
  });

  it('joins stretches whose edges lie in only one of the two', () => {
    const parted = [
      { from: instant(0), to: instant(10), offset: 1 },
      { from: instant(10), to: instant(20), offset: 1 },
    ];
    expect(changesOfOffset(parted, [{ from: instant(5), to: instant(30), offset: 2 }])).toEqual([
      { from: 5, to: 20, before: 1, after: 2 },
    ]);
  });
});
