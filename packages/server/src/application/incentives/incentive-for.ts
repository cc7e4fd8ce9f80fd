import { cleanCode } from '../../domain/incentive/code.ts';
import { incentiveLedger, refusalOfUse, type Incentive, type IncentiveUse } from '../../domain/incentive/incentive.ts';
import { expiredAmong } from '../claiming/expire.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isCounted, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import { incentiveRefused } from './refused.ts';

export type IncentiveForNeeds = Pick<Core, 'incentives' | 'limits'>;

const SECOND = 1000;

/** Takes one wrong code of the visitor's address; `giveBack` when it was right. Throws RATE_LIMITED. */
const takeTry = async ({ limits }: Pick<Core, 'limits'>, { caller }: Context): Promise<() => Promise<void>> => {
  if (!isCounted(caller)) return async () => undefined;
  const subject = [caller.partnerId, caller.mode, caller.address].join(' ');
  const { allowed, limit, resetMs } = await limits.take('incentives', subject);
  const wait = Math.max(1, Math.ceil(resetMs / SECOND));
  if (!allowed) throw new Refusal('RATE_LIMITED', `${limit} wrong codes an hour for this address.`, undefined, wait);
  return () => limits.giveBack('incentives', subject);
};

/**
 * Returns the incentive of a code that lowers the price of this booking unless another has used it. A code that does
 * not exist, or is for another person, is a guess and counts against the visitor's address. Throws INCENTIVE_REFUSED,
 * RATE_LIMITED.
 */
export async function incentiveFor(
  core: IncentiveForNeeds,
  context: Context,
  code: string,
  use: IncentiveUse,
): Promise<Incentive> {
  const giveBack = await takeTry(core, context);
  const incentive = await core.incentives.byCode(scopeOf(context), cleanCode(code));
  const reason = refusalOfUse(incentive, use);
  if (reason !== 'unknown' && reason !== 'other_person') await giveBack();
  if (!incentive || reason) throw incentiveRefused(reason ?? 'unknown');
  return incentive;
}

/** Rejects one that a booking has used, for those who claim nothing. Throws INCENTIVE_REFUSED. */
export async function refuseUsed(
  core: Pick<Core, 'bookings' | 'ledgers'>,
  { now }: Context,
  { id }: Incentive,
): Promise<void> {
  const claims = await core.ledgers.placesOf(incentiveLedger(id));
  const expired = await expiredAmong(core, claims, now);
  if (claims.some(({ owner }) => !expired.includes(owner.id))) throw incentiveRefused('used');
}
