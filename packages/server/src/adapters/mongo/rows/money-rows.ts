import type { Money } from '../../../domain/booking/booking.ts';
import { ODD_DIGITS } from '../../../domain/booking/currency.ts';

/** As it is stored. */
export interface MoneyRow extends Money {
  /**
   * Decimals of the unit in which `amount` is; only of currencies that have not two. Until R29 those were stored in
   * hundredths like all others, and have none.
   */
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
