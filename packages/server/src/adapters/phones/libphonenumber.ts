import { cleanPhone } from '../../domain/person/written.ts';
import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js';
import type { Phones } from '../../application/ports/phones.ts';
import { countryOfZone } from './country-of-zone.ts';

/** A call to another country, as most of the world dials it. */
const DIALLED = /^00(?=[1-9])/;

const read = (typed: string, defaultCountry?: CountryCode): PhoneNumber | undefined => {
  const found = parsePhoneNumberFromString(typed, { extract: false, ...(defaultCountry && { defaultCountry }) });
  // An extension would be lost.
  return found && !found.ext ? found : undefined;
};

/**
 * Returns the number in E.164. A number with a country code needs a length that exists there; one without needs to be a
 * number of the country tried.
 */
const asE164 = (typed: string, near?: string): string | undefined => {
  const international = read(typed.replace(DIALLED, '+'));
  if (international) return international.isPossible() ? international.number : undefined;
  const country = near === undefined ? undefined : countryOfZone(near);
  const national = country && read(typed, country);
  return national?.isValid() ? national.number : undefined;
};

/** Reads phone numbers by the rules of Google's libphonenumber. */
export function createPhones(): Phones {
  return {
    normalise: (typed, near) => asE164(cleanPhone(typed), near) ?? cleanPhone(typed),
  };
}
