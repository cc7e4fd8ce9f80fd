import { Schema } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { aBooking } from '../../../../test/stores/fixtures.ts';
import { rowOfBooking } from '../bookings/booking-rows.ts';
import { bookingSchema } from '../bookings/booking-schema.ts';
import { part } from './schema-parts.ts';
import { shapeCheck } from './shape.ts';

interface Row {
  readonly name?: unknown;
  readonly inner?: unknown;
  readonly list?: unknown;
  readonly words?: unknown;
  readonly colour?: unknown;
}

const inner = part<{ size?: unknown; note?: unknown }>({ size: { type: Number, required: true }, note: String });
const check = shapeCheck(
  new Schema<Row>(
    { name: { type: String, required: true }, inner, list: [inner], words: [String] },
    { _id: false, id: false },
  ),
);

describe('a row', () => {
  it.each<[string, Row]>([
    ['has all that is required', { name: 'a' }],
    ['has empty text where text is required', { name: '' }],
    ['has parts and lists of them', { name: 'a', inner: { size: 0 }, list: [{ size: 1, note: 'b' }], words: ['c'] }],
    ['lacks parts that need not be there', { name: 'a', inner: undefined, list: [] }],
  ])('passes when it %s', (_, row) => expect(() => check(row)).not.toThrow());

  it.each<[string, Row, string]>([
    ['lacks what is required', {}, 'name is required'],
    ['has null for it', { name: null }, 'name is required'],
    ['has a field of its own', { name: 'a', colour: 'red' }, 'colour is not in the schema'],
    ['lacks it in a part', { name: 'a', inner: {} }, 'inner.size is required'],
    [
      'has a field of its own in a part',
      { name: 'a', inner: { size: 1, colour: 'red' } },
      'inner.colour is not in the schema',
    ],
    ['lacks it in the last of a list', { name: 'a', list: [{ size: 1 }, {}] }, 'list.size is required'],
  ])('refuses a row when it %s', (_, row, message) => expect(() => check(row)).toThrow(message));

  it('accepts the row of a booking, but not without its claims', () => {
    const row = rowOfBooking(aBooking());
    const checkBooking = shapeCheck(bookingSchema);
    expect(() => checkBooking(row)).not.toThrow();
    expect(() => checkBooking({ ...row, claims: [{ id: 'c1' } as never] })).toThrow('claims.ledgers is required');
  });
});
