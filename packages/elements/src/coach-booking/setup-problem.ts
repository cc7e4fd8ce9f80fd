import type { FlowProblem } from '@coach-booking/sdk';
import type { Settings } from './settings.ts';

/** What the failure view and the developer need of a problem. */
export type SetupProblem = Pick<FlowProblem, 'kind' | 'code' | 'retryable'> &
  Partial<Pick<FlowProblem, 'message' | 'hint' | 'requestId'>>;

/** A file of the widget did not come. */
export const loadProblem: SetupProblem = { kind: 'offline', code: 'OFFLINE', retryable: true };

/** Returns what is wrong with the element's own attributes, if anything. */
export function attributeProblem({ publishableKey, coach, manageToken }: Settings): SetupProblem | undefined {
  const wrong = (code: string): SetupProblem => ({ kind: 'setup', code, retryable: false });
  if (publishableKey.startsWith('sk_')) return wrong('SECRET_KEY_IN_BROWSER');
  if (!publishableKey) return wrong('KEY_MISSING');
  return coach || manageToken ? undefined : wrong('COACH_MISSING');
}
