import { getCountries, type CountryCode } from 'libphonenumber-js';

/**
 * Returns the name that this Intl uses for a zone: `Asia/Kolkata` and `Asia/Calcutta` are one. Null for an unknown
 * zone.
 */
const canonical = (zone: string): string | null => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
};

/** An accessor in older engines, a method in newer ones. */
type LocaleWithZones = Intl.Locale & { readonly timeZones?: readonly string[]; getTimeZones?(): readonly string[] };

const zonesOf = (country: CountryCode): readonly string[] => {
  const locale = new Intl.Locale(`und-${country}`) as LocaleWithZones;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
};

let countries: ReadonlyMap<string, CountryCode> | undefined;

/**
 * Returns every zone that Intl assigns to a country that has phone numbers. Made when first needed, in some 50 ms, and
 * cached.
 */
const countriesByZone = (): ReadonlyMap<string, CountryCode> =>
  (countries ??= new Map(
    getCountries().flatMap((country) => zonesOf(country).map((zone) => [zone, country] as const)),
  ));

/** Returns the country of a time zone; undefined for a zone without one, such as UTC. */
export function countryOfZone(zone: string): CountryCode | undefined {
  const known = countriesByZone();
  return known.get(zone) ?? known.get(canonical(zone) ?? '');
}
