import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { meetingTexts, type MeetingTexts as SharedTexts } from '@coach-booking/elements/internal/meetings/texts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type PageTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The texts of the page of meetings, with those that `<coach-calendar>` has too. */
export type MeetingTexts = PageTexts & SharedTexts;

/** Returns the texts of the page of meetings for a BCP 47 tag. */
export function meetingTextsFor(tag: string): Translation<MeetingTexts> {
  const { texts, ...of } = translationOf<PageTexts>({ en, de, es, fr, ar }, tag);
  return { ...of, texts: { ...meetingTexts(tag), ...texts } };
}
