import { unbroken } from '@coach-booking/elements/internal/dates/unbroken';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { Recommendation } from './calls.ts';
import type { ProposeTexts } from './texts/index.ts';

/** The times to propose, and where they are booked. */
export interface Proposal {
  readonly name: string;
  readonly coach: string;
  readonly service: string;
  /** Instants, in any order. */
  readonly starts: readonly string[];
  /** IANA: where the person is, as far as is known. */
  readonly timeZone: string;
  /** Returns the address at which a time is booked. */
  link(start: string): string;
}

/**
 * Returns the reasons that are true in words. Each time has a rate of bookings and of attendance, also before anything
 * is known: that it is booked often is said where it is certain, and that people come where there were visits.
 */
export function spokenReasons(
  reasons: NonNullable<Recommendation['reasons']>,
  outcome: NonNullable<Recommendation['expectedOutcome']>,
): readonly NonNullable<Recommendation['reasons']>[number]['code'][] {
  const isKnown = { conversion: outcome === 'high', completion: outcome !== 'unknown' };
  return reasons.map(({ code }) => code).filter((code) => !(code in isKnown) || isKnown[code as keyof typeof isKnown]);
}

/** Writes an instant as `Tue, Apr 14, 2028, 6:00 PM`, at the clock of a zone. */
export function momentOf(start: string, timeZone: string, language: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const format = new Intl.DateTimeFormat(language, { ...options, hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return unbroken(format.formatToParts(wallDate(start, timeZone)));
}

/** Returns what can be sent to the person: a greeting, and each time with its link, the earliest first. */
export function proposalText(
  { name, coach, service, starts, timeZone, link }: Proposal,
  texts: ProposeTexts,
  language: string,
): string {
  const times = [...starts].sort().map((start) => `${momentOf(start, timeZone, language)}\n${link(start)}`);
  const about = filled(texts.letterText, { service, zone: cityOf(timeZone) });
  return [filled(texts.letterHello, { name }), about, ...times, coach]
    .join('\n\n')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll('\u00a0', ' ');
}

/** Returns the address of a page of bookings, beside the desk at `base`, that offers a time. */
export function bookingLink(
  { origin, search }: Pick<Location, 'origin' | 'search'>,
  base: string,
  { slug, service, start }: { readonly slug: string; readonly service: string; readonly start: string },
): string {
  const key = new URLSearchParams(search).get('key');
  const query = new URLSearchParams({ ...(key && { key }), service, start });
  return `${origin}${base.replace(/\/desk$/, '')}/book/${slug}?${query}`;
}
