import type { Instant } from '@coach-booking/time/instant';
import type { Money } from '../booking/booking.ts';

/** Once for one person a lower price with a coach, by a code. */
export interface Incentive {
  /** The code. */
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly coachId: string;
  readonly kind: 'percent' | 'amount';
  /** Of percent 1 to 100; of an amount in the smallest unit of its currency, at least 1. */
  readonly value: number;
  /** Of an amount: the one currency of the prices that it lowers. */
  readonly currency?: string;
  /** The e-mail of the person, in the form in which addresses are compared. */
  readonly boundTo: string;
  /** The services that it is for; absent: every service of the coach. */
  readonly serviceIds?: readonly string[];
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
  readonly revokedAt?: Instant;
}

/** The price of a booking before a code lowered it. In the smallest unit of the price's currency. */
export interface Discount {
  /** The price without the code. */
  readonly list: number;
  /** By how much it is lower. */
  readonly discount: number;
  readonly code: string;
}

/** The reasons for which a code does not lower a price. */
export type IncentiveReason = 'unknown' | 'other_person' | 'expired' | 'other_service' | 'no_price' | 'used';

/** The booking that a code is for. */
export interface IncentiveUse {
  readonly coachId: string;
  /** Absent from an attendee without an e-mail. */
  readonly emailKey?: string | undefined;
  readonly serviceId?: string | undefined;
  /** Of the service; absent where it has none. */
  readonly price?: Money | undefined;
  /** The clock of the rules. */
  readonly now: Instant;
}

/** Returns the ledger in which the one use of an incentive is claimed. R27. */
export function incentiveLedger(id: string): string {
  return `incentive:${id}`;
}

export function isIncentiveLedger(ledgerId: string): boolean {
  return ledgerId.startsWith('incentive:');
}

/** The claim of a new booking in that ledger: the same for every retry. */
export function incentiveClaimIdOf(bookingId: string): string {
  return `${bookingId}.incentive`;
}

/**
 * Returns why a code is refused, whether or not it was used; null when it is not. Who it is for comes first, so that
 * others learn nothing more of it.
 */
export function refusalOfUse(
  incentive: Incentive | null,
  { coachId, emailKey, serviceId, price, now }: IncentiveUse,
): Exclude<IncentiveReason, 'used'> | null {
  if (!incentive || incentive.coachId !== coachId) return 'unknown';
  if (incentive.boundTo !== emailKey) return 'other_person';
  if (incentive.revokedAt !== undefined || incentive.expiresAt <= now) return 'expired';
  const { serviceIds, currency } = incentive;
  if (serviceIds && (serviceId === undefined || !serviceIds.includes(serviceId))) return 'other_service';
  if (!price || price.amount === 0) return 'no_price';
  return currency !== undefined && currency !== price.currency ? 'other_service' : null;
}

/**
 * By how much a price is lower, in the smallest unit of its currency. Percent is rounded to a whole unit, half a unit
 * up; an amount is at most the price. So the
 * price charged is never below 0.
 */
export function discountOf({ kind, value }: Pick<Incentive, 'kind' | 'value'>, { amount }: Money): number {
  const discount = kind === 'percent' ? Math.floor((amount * value + 50) / 100) : value;
  return Math.min(discount, amount);
}

/** Returns the price with a discount and what it was without. */
export function discounted(
  incentive: Pick<Incentive, 'id' | 'kind' | 'value'>,
  list: Money,
): { readonly price: Money; readonly discount: Discount } {
  const discount = discountOf(incentive, list);
  return {
    price: { ...list, amount: list.amount - discount },
    discount: { list: list.amount, discount, code: incentive.id },
  };
}

export type IncentiveState = 'open' | 'used' | 'expired' | 'revoked';

/** The state at `now`; a booking that has it comes first. */
export function stateOf(
  { expiresAt, revokedAt }: Pick<Incentive, 'expiresAt' | 'revokedAt'>,
  isUsed: boolean,
  now: Instant,
): IncentiveState {
  if (isUsed) return 'used';
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}
