import { unbroken } from '@coach-booking/elements/internal/dates/unbroken';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import type { RecoveryBlock } from './calls.ts';
import type { RecoveryTexts } from './texts/index.ts';

/** Writes an instant at the clock of a zone. */
export function momentText(instant: string, language: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return isolated(unbroken(format.formatToParts(wallDate(instant, timeZone))));
}

/** Writes why no message can go now, and when one can. */
export function blockText(
  { code, possibleAt }: RecoveryBlock,
  texts: RecoveryTexts,
  language: string,
  timeZone: string,
): string {
  if (!possibleAt) return texts[`blocked_${code}`];
  return `${texts[`blocked_${code}`]} ${filled(texts.possibleAt, { when: momentText(possibleAt, language, timeZone) })}`;
}
