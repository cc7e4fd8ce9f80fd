import { currencyDigits } from '@coach-booking/sdk';
import type { Service } from '@coach-booking/sdk';

type Money = NonNullable<Service['price']>;

/** Writes a price as people type it: `75.50`, whole amounts without decimals. */
export function typedPrice({ amount, currency }: Money): string {
  const digits = currencyDigits(currency);
  const value = amount / 10 ** digits;
  return value.toFixed(value % 1 ? digits : 0);
}

/** Returns whether a text is a price: in units and at most as many decimals as the currency has. Empty is none. */
export function isPrice(text: string, currency: string): boolean {
  const digits = currencyDigits(currency);
  return new RegExp(`^(\\d{1,6}${digits ? `([.,]\\d{1,${digits}})?` : ''})?$`).test(text);
}

/** Returns the price that was typed; undefined for none. */
export function priceOf(text: string, currency: string): Money | undefined {
  if (text === '') return undefined;
  return { amount: Math.round(+text.replace(',', '.') * 10 ** currencyDigits(currency)), currency };
}

/** Writes a price as a language does, whole amounts without decimals. */
export function shownPrice({ amount, currency }: Money, language: string): string {
  const digits = currencyDigits(currency);
  const value = amount / 10 ** digits;
  const shown = value % 1 ? digits : 0;
  const options = { style: 'currency', currency, minimumFractionDigits: shown, maximumFractionDigits: shown } as const;
  return new Intl.NumberFormat(language, options).format(value);
}
