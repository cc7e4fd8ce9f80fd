import { expect, test } from 'vitest';
import { moneyOf, rowOfMoney } from './money-rows.ts';

test.each([
  [
    { amount: 7550, currency: 'EUR' },
    { amount: 7550, currency: 'EUR' },
  ],
  [
    { amount: 5000, currency: 'JPY' },
    { amount: 5000, currency: 'JPY', digits: 0 },
  ],
  [
    { amount: 12_500, currency: 'KWD' },
    { amount: 12_500, currency: 'KWD', digits: 3 },
  ],
])('R29 stores %o as %o, and reads it back', (money, row) => {
  expect(rowOfMoney(money)).toEqual(row);
  expect(moneyOf(row)).toEqual(money);
});

test.each([
  [
    { amount: 500_000, currency: 'JPY' },
    { amount: 5000, currency: 'JPY' },
  ],
  [
    { amount: 1250, currency: 'KWD' },
    { amount: 12_500, currency: 'KWD' },
  ],
  [
    { amount: 1250, currency: 'USD' },
    { amount: 1250, currency: 'USD' },
  ],
])('R29 reads %o of an earlier release, in hundredths, as %o', (row, money) => expect(moneyOf(row)).toEqual(money));
