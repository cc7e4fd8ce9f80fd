import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type MeetingTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { MeetingTexts } from './en.ts';

/** Returns the texts of the page of meetings for a BCP 47 tag. */
export function meetingTextsFor(tag: string): Translation<MeetingTexts> {
  return translationOf<MeetingTexts>({ en, de, es, fr, ar }, tag);
}
