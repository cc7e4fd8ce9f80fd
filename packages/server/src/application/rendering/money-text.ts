import type { Money } from '../../domain/booking/booking.ts';
import { ODD_DIGITS } from '../../domain/booking/currency.ts';
import { kept } from './locale.ts';

/** Keeps the sign of `US$` behind its letters in a text that runs from right to left. */
const LEFT_TO_RIGHT = '\u200e';

/** Returns an amount as its readers write it; a whole one without decimals. */
export function moneyText({ amount, currency }: Money, locale: string): string {
  const digits = ODD_DIGITS[currency] ?? 2;
  const value = amount / 10 ** digits;
  const shown = value % 1 === 0 ? 0 : digits;
  const fraction = { minimumFractionDigits: shown, maximumFractionDigits: shown };
  const make = () => new Intl.NumberFormat(locale, { style: 'currency', currency, ...fraction });
  const text = kept(`money ${currency} ${shown} ${locale}`, make).format(value);
  return /^ar\b/.test(locale) && /[A-Z]\p{Sc}$/u.test(text) ? text + LEFT_TO_RIGHT : text;
}
