import type { components } from '@coach-booking/contract/types';
import { intakeFault, withVersions, type Intake } from '../../domain/intake/intake.ts';
import { refuseInput } from '../kernel/scope.ts';

/** Returns what is asked from now on, with versions after those of `old`. Throws INVALID_REQUEST for what cannot be. */
export function checkedIntake(input: components['schemas']['IntakeInput'], old: Intake | undefined): Intake {
  const fault = intakeFault(input);
  if (fault) refuseInput(`intake.${fault.path}`, fault.message);
  return withVersions(input, old);
}

/** Returns a copy for an answer. */
export function intakeView({ questions, consent, waiver }: Intake): components['schemas']['Intake'] {
  return {
    questions: questions.map((question) => ({
      ...question,
      ...(question.options && { options: [...question.options] }),
    })),
    ...(consent && { consent: { ...consent } }),
    ...(waiver && { waiver: { ...waiver } }),
  };
}
