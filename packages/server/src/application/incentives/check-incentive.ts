import { offeredServices, type CoachHead, type Service } from '../../domain/coach/coach.ts';
import { discounted } from '../../domain/incentive/incentive.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import { readVisibleCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instants.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { incentiveFor, refuseUsed, type IncentiveForNeeds } from './incentive-for.ts';

type CheckIncentiveNeeds = IncentiveForNeeds & Pick<Core, 'bookings' | 'cache' | 'coaches' | 'ledgers' | 'users'>;

/** Returns the address that the code has to be for: that of who is signed in as a client, or the one given. */
const emailOf = async (
  { users }: Pick<Core, 'users'>,
  { caller }: Context,
  email: string | undefined,
): Promise<string> => {
  if (caller.kind === 'session' && caller.role === 'client') return (await users.byId(caller.userId))?.email ?? '';
  return email ?? refuseInput('email', 'Whose code is it?');
};

const serviceOf = (head: CoachHead, serviceId: string): Service => {
  const found = offeredServices(head).find(({ id }) => id === serviceId);
  if (found) return found;
  throw new Refusal('SERVICE_NOT_FOUND', `Coach ${head.slug} offers no service ${serviceId}.`);
};

/**
 * Returns the price of a service with a code, as a booking would have it now; nothing is kept of it. Throws
 * INCENTIVE_REFUSED, RATE_LIMITED, COACH_NOT_FOUND, SERVICE_NOT_FOUND, INVALID_REQUEST without an e-mail.
 */
export const checkIncentive: UseCase<'checkIncentive', CheckIncentiveNeeds> =
  (core) =>
  async (context, { coach, code, serviceId, email }) => {
    const { head } = await readVisibleCoach(core, context, coach);
    const { price } = serviceOf(head, serviceId);
    const emailKey = emailKeyOf(await emailOf(core, context, email));
    const incentive = await incentiveFor(core, context, code, {
      coachId: head.id,
      emailKey,
      serviceId,
      price,
      now: context.now,
    });
    await refuseUsed(core, context, incentive);
    return { data: { ...discounted(incentive, price!), expiresAt: instantText(incentive.expiresAt) } };
  };
