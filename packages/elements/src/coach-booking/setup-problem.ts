import type { FlowProblem } from '@coach-booking/sdk';
import type { Settings } from './settings.ts';

/** The fields of a problem that the failure view and the developer's warning use. */
export type SetupProblem = Pick<FlowProblem, 'kind' | 'code' | 'retryable'> &
  Partial<Pick<FlowProblem, 'message' | 'hint' | 'requestId'>>;

/** A file of the widget could not be loaded. */
export const loadProblem: SetupProblem = { kind: 'offline', code: 'OFFLINE', retryable: true };

/** Returns the problem with the element's own attributes, or null. */
export function attributeProblem({ publishableKey, coach, manageToken }: Settings): SetupProblem | undefined {
  const wrong = (code: string): SetupProblem => ({ kind: 'setup', code, retryable: false });
  if (publishableKey.startsWith('sk_')) return wrong('SECRET_KEY_IN_BROWSER');
  if (!publishableKey) return wrong('KEY_MISSING');
  return coach || manageToken ? undefined : wrong('COACH_MISSING');
}
