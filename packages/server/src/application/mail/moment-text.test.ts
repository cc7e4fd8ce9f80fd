import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseInstant, type Instant } from '@coach-booking/time/instant';
import { momentText } from './moment-text.ts';

const JULY = parseInstant('2026-07-01T16:00:00Z');
const DECEMBER = parseInstant('2026-12-15T16:00:00Z');
const Real = Intl.DateTimeFormat;
/** English puts a narrow space before AM and PM. */
const english = (at: Instant, zone: string) => momentText(at, zone, 'en').replace('\u202f', ' ');

/** Creates an Intl that has another zone in place of this one, or none at all. */
const machineThatHas = (wrong: string | null, zone: string): void => {
  function other(tag: string, options: Intl.DateTimeFormatOptions = {}) {
    if (options.timeZone === zone && wrong === null) throw new RangeError(`Invalid time zone specified: ${zone}`);
    return new Real(tag, options.timeZone === zone ? { ...options, timeZone: wrong! } : options);
  }
  vi.stubGlobal('Intl', { ...Intl, DateTimeFormat: other });
};
afterEach(() => vi.unstubAllGlobals());

describe('momentText', () => {
  it('names the zone by its abbreviation where Intl has the same offset', () => {
    expect(english(JULY, 'America/New_York')).toBe('July 1, 2026 at 12:00 PM EDT');
    expect(english(JULY, 'UTC')).toBe('July 1, 2026 at 04:00 PM UTC');
  });

  it.each([
    ['America/New_York', 'America/Chicago', 'July 1, 2026 at 12:00 PM GMT-4'],
    ['Asia/Kolkata', 'Asia/Karachi', 'July 1, 2026 at 09:30 PM GMT+5:30'],
    ['America/St_Johns', null, 'July 1, 2026 at 01:30 PM GMT-2:30'],
  ])(
    'shows the hour of the zone data in %s when Intl has %s, and how far it is from GMT (R22)',
    (zone, wrong, text) => {
      machineThatHas(wrong, zone);
      expect(english(JULY, zone)).toBe(text);
    },
  );

  it('shows 09:00 in Vancouver in December 2026 whether this Node knows the new law or not (R21)', () => {
    expect(english(DECEMBER, 'America/Vancouver')).toMatch(/^December 15, 2026 at 09:00 AM (PDT|MST|GMT-7)$/);
  });

  it('writes the other languages by their rules', () => {
    machineThatHas('America/Chicago', 'America/New_York');
    expect(momentText(JULY, 'America/New_York', 'de')).toBe('1. Juli 2026 um 12:00 GMT-4');
  });
});
