import type { Instant } from '@coach-booking/time/instant';
import { offeredServices, type CoachHead } from '../../domain/coach/coach.ts';
import { codeOf } from '../../domain/incentive/code.ts';
import type { Incentive } from '../../domain/incentive/incentive.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';

export type CreateIncentiveNeeds = Pick<Core, 'cache' | 'coaches' | 'incentives' | 'ledgers' | 'newSecret' | 'realNow'>;

export interface NewIncentive extends Pick<Incentive, 'kind' | 'value'> {
  readonly coachId: string;
  /** The e-mail of the person, as `emailKeyOf` makes it. */
  readonly boundTo: string;
  /** Absent: every service of the coach. */
  readonly serviceIds?: readonly string[] | undefined;
  readonly expiresAt: Instant;
}

const MOST_PERCENT = 100;

/** Codes that one request makes at most; two equal ones of 25 thousand million are a fault. */
const MAX_CODES = 5;

/** Returns the currency of the first price that it can lower; undefined when there is none. */
const currencyOf = (head: CoachHead, serviceIds: readonly string[] | undefined): string | undefined =>
  offeredServices(head).find(({ id, price }) => (price?.amount ?? 0) > 0 && (serviceIds?.includes(id) ?? true))?.price
    ?.currency;

/**
 * Makes an incentive with a code of its own, for one person, one use and one coach. Returns null when none of the
 * services has a price to lower; a dry run stores nothing. An amount is in the currency of the first of these services.
 * A process that dies after it leaves a code that no one has, and that ends by itself. Throws COACH_NOT_FOUND,
 * INVALID_REQUEST for a value out of its range.
 */
export async function createIncentive(
  core: CreateIncentiveNeeds,
  context: Context,
  { coachId, kind, value, boundTo, serviceIds, expiresAt }: NewIncentive,
): Promise<Incentive | null> {
  if (!Number.isInteger(value) || value < 1 || (kind === 'percent' && value > MOST_PERCENT))
    refuseInput('incentive.value', 'Percent are from 1 to 100, an amount is at least 1.');
  const { head } = await readCoach(core, context, coachId);
  const currency = currencyOf(head, serviceIds);
  if (currency === undefined) return null;
  const terms: Omit<Incentive, 'id'> = {
    ...scopeOf(context),
    coachId: head.id,
    kind,
    value,
    boundTo,
    expiresAt,
    createdAt: context.now,
    ...present({ currency: kind === 'amount' ? currency : undefined, serviceIds }),
  };
  for (let made = 0; made < MAX_CODES; made++) {
    const incentive = { ...terms, id: codeOf(new TextEncoder().encode(core.newSecret())) };
    if (context.dryRun || (await core.incentives.insert(incentive, core.realNow()))) return incentive;
  }
  throw new Error('No code is free.');
}
