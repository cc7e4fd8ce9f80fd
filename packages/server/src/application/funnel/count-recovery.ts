import type { RecoveryStep } from '../../domain/funnel/recovery-steps.ts';
import { NO_SOURCE } from '../../domain/funnel/source.ts';
import type { Intent } from '../../domain/recovery/intent.ts';
import type { Core } from '../ports/core.ts';
import { placeOf } from './place-of.ts';

export type CountRecoveryNeeds = Pick<Core, 'coaches' | 'funnelCounts'>;

/**
 * Counts a step of a visitor who agreed to be written to, on the day on which they agreed: all steps are then of the
 * visitors of that day. A process that dies before it does counts the step never.
 */
export async function countRecovery(
  { coaches, funnelCounts }: CountRecoveryNeeds,
  intent: Pick<Intent, 'partnerId' | 'mode' | 'coachId' | 'serviceId' | 'createdAt'>,
  step: RecoveryStep,
): Promise<void> {
  const { coachId, serviceId, createdAt: at } = intent;
  const head = await coaches.byId(coachId);
  if (!head) return;
  const { timeZone } = head.schedule;
  await funnelCounts.add(
    intent,
    { ...placeOf({ coachId, timeZone, at, serviceId }), source: NO_SOURCE },
    { [step]: 1 },
  );
}
