import fc from 'fast-check';
import { instant, plus } from '@coach-booking/time/instant';
import { describe, expect, it } from 'vitest';
import { discounted, discountOf, refusalOfUse, stateOf, type Incentive, type IncentiveUse } from './incentive.ts';

const now = instant(1_900_000_000_000);
const incentive: Incentive = {
  id: 'CDFHJKMN',
  partnerId: 'p',
  mode: 'live',
  coachId: 'coach',
  kind: 'percent',
  value: 20,
  boundTo: 'ana@example.com',
  expiresAt: plus(now, 1),
  createdAt: now,
};
const price = { amount: 5000, currency: 'EUR' };
const use: IncentiveUse = { coachId: 'coach', emailKey: 'ana@example.com', serviceId: 'yoga', price, now };

describe('a discount', () => {
  it.each([
    ['percent', 20, 5000, 1000],
    ['percent', 100, 5000, 5000],
    ['percent', 1, 49, 0],
    ['percent', 1, 50, 1],
    ['percent', 15, 990, 149],
    ['percent', 25, 7, 2],
    ['percent', 25, 6, 2],
    ['percent', 25, 5, 1],
    ['amount', 1000, 5000, 1000],
    ['amount', 9000, 5000, 5000],
    ['amount', 1, 0, 0],
  ] as const)('is by %s %i of %i: %i', (kind, value, amount, discount) =>
    expect(discountOf({ kind, value }, { amount, currency: 'EUR' })).toBe(discount),
  );

  const amounts = fc.integer({ min: 0, max: 1_000_000_00 });
  const percents = fc.integer({ min: 1, max: 100 });
  const incentives = fc.oneof(
    percents.map((value) => ({ id: 'CDFHJKMN', kind: 'percent' as const, value })),
    fc.integer({ min: 1, max: 1_000_000_00 }).map((value) => ({ id: 'CDFHJKMN', kind: 'amount' as const, value })),
  );

  it('is a whole number from nothing to the price, and what is left is the price charged', () =>
    fc.assert(
      fc.property(incentives, amounts, (given, amount) => {
        const { price: charged, discount } = discounted(given, { amount, currency: 'JPY' });
        expect(Number.isInteger(discount.discount)).toBe(true);
        expect(discount.discount).toBeGreaterThanOrEqual(0);
        expect(charged.amount).toBeGreaterThanOrEqual(0);
        expect(charged.amount + discount.discount).toBe(discount.list);
        expect(discount.list).toBe(amount);
        expect(charged.currency).toBe('JPY');
      }),
    ));

  it('differs by half a unit at most from the exact percent, and the half goes up', () =>
    fc.assert(
      fc.property(percents, amounts, (value, amount) => {
        const hundredths = discountOf({ kind: 'percent', value }, { amount, currency: 'EUR' }) * 100 - amount * value;
        expect(hundredths).toBeGreaterThan(-50);
        expect(hundredths).toBeLessThanOrEqual(50);
      }),
    ));

  it('is not smaller for more, and not smaller of a higher price', () =>
    fc.assert(
      fc.property(incentives, amounts, amounts, (given, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const of = (value: number, amount: number) => discountOf({ ...given, value }, { amount, currency: 'EUR' });
        expect(of(given.value, low)).toBeLessThanOrEqual(of(given.value, high));
        expect(of(given.value, low)).toBeLessThanOrEqual(of(given.value + 1, low));
      }),
    ));
});

describe('the use of a code', () => {
  it('is refused for nothing when person, coach, service, price and time are right', () => {
    expect(refusalOfUse(incentive, use)).toBeNull();
    expect(refusalOfUse({ ...incentive, serviceIds: ['box', 'yoga'] }, use)).toBeNull();
    expect(refusalOfUse({ ...incentive, kind: 'amount', currency: 'EUR' }, use)).toBeNull();
    expect(refusalOfUse(incentive, { ...use, serviceId: undefined })).toBeNull();
  });

  it.each<[string, Incentive | null, Partial<IncentiveUse>]>([
    ['unknown', null, {}],
    ['unknown', { ...incentive, coachId: 'another' }, {}],
    ['other_person', incentive, { emailKey: 'bo@example.com' }],
    ['other_person', incentive, { emailKey: undefined }],
    ['other_person', { ...incentive, expiresAt: now, serviceIds: [] }, { emailKey: 'bo@example.com' }],
    ['expired', { ...incentive, expiresAt: now }, {}],
    ['expired', { ...incentive, revokedAt: now }, {}],
    ['other_service', { ...incentive, serviceIds: ['box'] }, {}],
    ['other_service', { ...incentive, serviceIds: ['yoga'] }, { serviceId: undefined }],
    ['other_service', { ...incentive, kind: 'amount', currency: 'USD' }, {}],
    ['no_price', incentive, { price: undefined }],
    ['no_price', incentive, { price: { amount: 0, currency: 'EUR' } }],
  ])('is refused as %s', (reason, of, more) => expect(refusalOfUse(of, { ...use, ...more })).toBe(reason));

  it('has states: a booking that has it comes first', () => {
    const later = plus(now, 9);
    const revoked = { ...incentive, revokedAt: now };
    expect(stateOf(incentive, false, now)).toBe('open');
    expect(stateOf(incentive, true, later)).toBe('used');
    expect(stateOf(revoked, true, now)).toBe('used');
    expect(stateOf(revoked, false, later)).toBe('revoked');
    expect(stateOf(incentive, false, later)).toBe('expired');
  });
});
