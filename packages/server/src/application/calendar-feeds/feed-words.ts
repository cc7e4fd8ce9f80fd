import type { MessageLanguage } from '../../domain/message/message.ts';

/** The words of a feed. */
export interface FeedWords {
  /** The only text of a feed without details. */
  readonly busy: string;
  /** `{service}` and `{coach}`. */
  readonly with: string;
}

export const feedWords: Readonly<Record<MessageLanguage, FeedWords>> = {
  en: { busy: 'Busy', with: '{service} with {coach}' },
  de: { busy: 'Belegt', with: '{service} mit {coach}' },
  es: { busy: 'Ocupado', with: '{service} con {coach}' },
  fr: { busy: 'Occupé', with: '{service} avec {coach}' },
  ar: { busy: 'مشغول', with: '{service} مع {coach}' },
  it: { busy: 'Occupato', with: '{service} con {coach}' },
  pt: { busy: 'Indisponível', with: '{service} com {coach}' },
  nl: { busy: 'Bezet', with: '{service} met {coach}' },
  pl: { busy: 'Zajęte', with: '{service} – {coach}' },
  tr: { busy: 'Dolu', with: '{service} – {coach}' },
  he: { busy: 'תפוס', with: '{service} עם {coach}' },
};
