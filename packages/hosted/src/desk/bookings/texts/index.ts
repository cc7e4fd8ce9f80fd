import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type BookingTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { BookingTexts } from './en.ts';

/** Returns the texts of the list of bookings for a BCP 47 tag. */
export function bookingTextsFor(tag: string): Translation<BookingTexts> {
  return translationOf<BookingTexts>({ en, de, es, fr, ar }, tag);
}
