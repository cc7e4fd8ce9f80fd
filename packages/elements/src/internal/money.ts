import { currencyDigits } from '@coach-booking/sdk';

/** A price in the smallest unit of its currency. */
interface Price {
  readonly amount: number;
  readonly currency: string;
}

/** Returns a price in whole units and the options that write it: whole amounts without decimals. */
export function moneyFormat({ amount, currency }: Price): { value: number; options: Intl.NumberFormatOptions } {
  const digits = currencyDigits(currency);
  const value = amount / 10 ** digits;
  const shown = value % 1 ? digits : 0;
  return {
    value,
    options: { style: 'currency', currency, minimumFractionDigits: shown, maximumFractionDigits: shown },
  };
}
