import type { Intent } from '../recovery/intent.ts';

/** The counts of a visitor who agreed to be written to. */
export type RecoveryStep = 'captured' | 'abandoned' | 'sent' | 'recovered' | 'withdrawn';

type Compared = Pick<Intent, 'abandonedAt' | 'attempts' | 'status' | 'contact'>;

/** Returns the steps that a write of an intent took: each is taken once, and none is taken back. */
export function recoverySteps(before: Compared, after: Compared): readonly RecoveryStep[] {
  const steps: readonly (readonly [RecoveryStep, (intent: Compared) => boolean])[] = [
    ['abandoned', ({ abandonedAt }) => abandonedAt !== undefined],
    ['sent', ({ attempts }) => attempts.length > 0],
    ['recovered', ({ status }) => status === 'recovered'],
    ['withdrawn', ({ contact }) => contact === undefined],
  ];
  return steps.flatMap(([step, isTaken]) => (!isTaken(before) && isTaken(after) ? [step] : []));
}
