import { describe, expect, it } from 'vitest';
import { defaultPreferences, type Preferences } from '../../src/domain/calendar/preferences.ts';
import type { CalendarPreferences } from '../../src/application/ports/preferences.ts';
import { anId, scope } from './fixtures.ts';

const preferences = (given: Partial<Preferences> = {}): Preferences => ({ ...defaultPreferences, ...given });

/** The tests that every implementation of the port passes. */
export function preferencesSuite(open: () => CalendarPreferences): void {
  describe('preferences', () => {
    it('returns no preferences until there were any', async () => {
      expect(await open().of(anId())).toBeNull();
    });

    it('finds preferences by their coach, as they were given', async () => {
      const [coach, other] = [anId(), anId()];
      const given = preferences({
        defaultView: 'list',
        timeFormat: 'h12',
        colourBy: 'service',
        secondTimeZone: 'Asia/Tokyo',
        dayEnd: '24:00',
        weekStart: 0,
        colours: { ...defaultPreferences.colours, pending: 'red' },
      });
      await open().replace(scope, coach, given);
      await open().replace(scope, other, preferences({ defaultView: 'day' }));
      expect(await open().of(coach)).toEqual(given);
    });

    it('replaces preferences whole', async () => {
      const coach = anId();
      await open().replace(scope, coach, preferences({ defaultView: 'week', dayStart: '07:00' }));
      await open().replace(scope, coach, preferences({ weekStart: 6 }));
      expect(await open().of(coach)).toEqual(preferences({ weekStart: 6 }));
    });

    it('keeps one of many preferences that are written first at once', async () => {
      const coach = anId();
      const written = Array.from({ length: 10 }, (_, i) => preferences({ dayStart: `0${i}:00` }));
      await Promise.all(written.map((each) => open().replace(scope, coach, each)));
      expect(written).toContainEqual(await open().of(coach));
    });
  });
}
