import { expect, it } from 'vitest';
import { withDates, withInstants } from './dates.ts';

interface Stay {
  readonly from: number;
  readonly to?: number;
  readonly left: number | null;
  readonly nights: number;
}

it.each<Stay>([
  { from: 0, to: 5, left: 7, nights: 3 },
  { from: -1, left: null, nights: 3 },
])('converts only the named instants to dates, and back: %o', (stay) => {
  const row = withDates(stay, ['from', 'to', 'left']);
  expect(row.from).toEqual(new Date(stay.from));
  expect(row.nights).toBe(3);
  expect(Object.keys(row)).toEqual(Object.keys(stay));
  expect(withInstants<Stay, 'from' | 'to' | 'left'>(row, ['from', 'to', 'left'])).toStrictEqual(stay);
});
