import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type NotificationTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Returns the texts about the choices of messages for a BCP 47 tag. */
export function notificationTextsFor(tag: string): Translation<NotificationTexts> {
  return translationOf<NotificationTexts>({ en, de, es, fr, ar }, tag);
}
