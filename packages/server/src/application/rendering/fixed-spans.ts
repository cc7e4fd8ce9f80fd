import type { MessageLanguage } from '../../domain/message/message.ts';

/** Words for a span that an author fixed in writing: untrue once a reminder is moved or its rule changed (R35). */
const spans: Readonly<Record<MessageLanguage, RegExp>> = {
  en: /\bin (?:\d+|an?|one|two|three|half an) (?:minute|hour|day|week)s?\b|\btomorrow\b|\btoday\b|\btonight\b/iu,
  de: /\bin (?:\d+|einer|einem|zwei|drei|einer halben) (?:Minute|Stunde|Tag|Woche)(?:n|en)?\b|\bmorgen\b|\bheute\b/iu,
  es: /\b(?:en|dentro de) (?:\d+|una?|dos|tres|media) (?:minuto|hora|día|semana)s?\b|\bmañana\b|\bhoy\b/iu,
  fr: /\bdans (?:\d+|une?|deux|trois|une demi-) ?(?:minute|heure|jour|semaine)s?\b|\bdemain\b|\baujourd['’]hui\b/iu,
  ar: /(?:بعد|خلال) (?:\S+ )?(?:دقيقة|دقائق|دقيقتين|ساعة|ساعات|ساعتين|يوم|أيام|يومين)|غدًا|غداً|غدا|اليوم/u,
  it: /\b(?:tra|fra) (?:\d+|un['’]?|una?|due|tre|mezz['’]) ?(?:minut[oi]|or[ae]|giorn[oi]|settiman[ae])\b|\bdomani\b|\boggi\b|\bstasera\b/iu,
  pt: /(?<!\p{L})(?:em|daqui a|dentro de) (?:\d+|uma?|dois|duas|três|meia) (?:minuto|hora|dia|semana)s?\b|\bamanhã|\bhoje\b/iu,
  nl: /\bover (?:\d+|een|twee|drie|een half) (?:minuut|minuten|uur|dag|dagen|week|weken)\b|\bmorgen\b|\bvandaag\b|\bvanavond\b/iu,
  pl: /(?<!\p{L})za (?:(?:\d+|jedną|jeden|dwie|dwa|trzy|pół) )?(?:minut|godzin|dzień|dni|tydzień|tygodni)\p{L}*|\bjutro\b|\bdzisiaj\b|(?<!\p{L})dziś(?!\p{L})/iu,
  tr: /(?<!\p{L})(?:\d+|bir|iki|üç|yarım) (?:dakika|saat|gün|hafta) (?:sonra|içinde)(?!\p{L})|(?<!\p{L})(?:yarın|bugün)(?!\p{L})/iu,
  he: /(?:בעוד|תוך) (?:\S+ )?(?:דקה|דקות|שעה|שעתיים|שעות|יום|יומיים|ימים|שבוע)|מחר|היום/u,
};

/** Returns the first such words of a text, or null. */
export function fixedSpanIn(text: string, language: MessageLanguage): string | null {
  return spans[language].exec(text)?.[0] ?? null;
}
