import { offeredServices } from '../../domain/coach/coach.ts';
import { intakeView } from '../coach-head/asked-intake.ts';
import { readVisibleCoach } from '../coach-head/read-coach.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { askedOf, type AskedOfNeeds } from './asked-of.ts';

type GetIntakeNeeds = AskedOfNeeds & Pick<Core, 'cache' | 'coaches' | 'ledgers'>;

/** Returns what the caller is asked when booking a service. Throws COACH_NOT_FOUND, SERVICE_NOT_FOUND. */
export const getIntake: UseCase<'getIntake', GetIntakeNeeds> =
  (core) =>
  async (context, { coach, id }) => {
    const { head } = await readVisibleCoach(core, context, coach);
    const service = offeredServices(head).find((one) => one.id === id);
    if (!service) throw new Refusal('SERVICE_NOT_FOUND', `Coach ${head.slug} offers no service ${id}.`);
    return { data: intakeView(await askedOf(core, context, head.id, service)) };
  };
