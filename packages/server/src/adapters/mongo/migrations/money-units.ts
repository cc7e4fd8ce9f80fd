import type { Money } from '../../../domain/booking/booking.ts';
import { ODD_DIGITS } from '../../../domain/booking/currency.ts';
import { moneyOf, rowOfMoney, type MoneyRow } from '../rows/money-rows.ts';
import type { Migration } from './migration.ts';

interface HeadRow {
  readonly _id: string;
  readonly kind?: string;
  readonly version?: number;
  readonly services?: readonly { readonly price?: MoneyRow }[];
}

interface BookingRow {
  readonly _id: string;
  readonly price?: MoneyRow;
}

/**
 * Returns whether a price is the one of a service without any. The few services that meant this price cannot be
 * distinguished.
 */
const isDefault = ({ amount, currency }: Money): boolean => amount === 0 && currency === 'EUR';

/** In hundredths of a currency that has none. */
const isInHundredths = ({ currency, digits }: MoneyRow): boolean =>
  ODD_DIGITS[currency] !== undefined && digits === undefined;

const isOld = (price: MoneyRow | undefined): price is MoneyRow =>
  price !== undefined && (isDefault(price) || isInHundredths(price));

/** The same thing with its price as it is written now, or without one. */
function migrated<T extends { readonly price?: MoneyRow }>(priced: T): T | Omit<T, 'price'> {
  if (!isOld(priced.price)) return priced;
  const { price, ...rest } = priced;
  return isDefault(price) ? rest : { ...priced, price: rowOfMoney(moneyOf(price)) };
}

/**
 * Prices of currencies without hundredths are stored in their own smallest unit (R29): ¥70 was 7000 and is 70. Both
 * forms are read since, distinguished by `digits`, so only older releases would read the new one wrong. And what had
 * the amount 0 because no price was given has none now.
 */
export const moneyUnits: Migration = {
  name: 'money-in-its-own-unit',
  phase: 'contract',
  async run({ collection, eachBatch }) {
    await eachBatch<HeadRow>('day_ledgers', ['kind', 'version', 'services'], async (rows) => {
      const writes = rows
        .filter(({ kind, services = [] }) => kind === 'head' && services.some(({ price }) => isOld(price)))
        // Compared with the version, since the coach may change a service at this moment; that write has the new form.
        .map(({ _id, version, services = [] }) => ({
          updateOne: { filter: { _id, version }, update: { $set: { services: services.map(migrated) } } },
        }));
      if (writes.length > 0) await collection('day_ledgers').bulkWrite(writes as never, { ordered: false });
    });
    await eachBatch<BookingRow>('bookings', ['price'], async (rows) => {
      const writes = rows
        .filter(({ price }) => isOld(price))
        .map(({ _id, price }) => {
          const { price: next } = migrated<BookingRow>({ _id, price: price! }) as BookingRow;
          // Compared with what was read, so that it is turned once.
          const filter = { _id, 'price.amount': price!.amount, 'price.digits': { $exists: false } };
          return { updateOne: { filter, update: next ? { $set: { price: next } } : { $unset: { price: true } } } };
        });
      if (writes.length > 0) await collection('bookings').bulkWrite(writes as never, { ordered: false });
    });
  },
};
