import type { Money } from '../../../domain/booking/booking.ts';

/**
 * Currencies whose smallest unit is not the hundredth, with its decimals (ISO 4217). Until R29 their amounts were
 * stored in hundredths like all others; `digits` marks those that are in their own unit.
 */
export const ODD_DIGITS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** As it is stored. */
export interface MoneyRow extends Money {
  /** Decimals of the unit in which `amount` is; only of currencies that have not two. */
  readonly digits?: number | undefined;
}

/** Hundredths in the currency's own unit. */
export function ofHundredths({ amount, currency }: Money): Money {
  const digits = ODD_DIGITS[currency] ?? 2;
  return { amount: Math.round(amount * 10 ** (digits - 2)), currency };
}

/** Money as it is stored. */
export function rowOfMoney(money: Money): MoneyRow {
  const digits = ODD_DIGITS[money.currency];
  return digits === undefined ? money : { ...money, digits };
}

/** Money as it was stored by this release or an earlier one. */
export function moneyOf(row: MoneyRow): Money {
  if (ODD_DIGITS[row.currency] === undefined) return row;
  return row.digits === undefined ? ofHundredths(row) : { amount: row.amount, currency: row.currency };
}
