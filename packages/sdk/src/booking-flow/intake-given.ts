import type { IntakeGiven } from '@coach-booking/contract/intake';
import type { BookingFlowState } from './state.ts';

/** Returns the answers and agreements that a booking sends; undefined where nothing is asked. */
export function intakeGiven({
  intake,
  details,
  health,
}: Pick<BookingFlowState, 'intake' | 'details' | 'health'>): IntakeGiven | undefined {
  if (!intake || !(intake.questions.length > 0 || intake.consent || intake.waiver)) return undefined;
  const answered = new Map(Object.entries({ ...details.answers, ...health }));
  const answers = intake.questions.flatMap(({ id }) => {
    const value = answered.get(id);
    return value === undefined ? [] : [[id, typeof value === 'string' ? value.trim() : [...value]] as const];
  });
  const { consent, waiver } = details.agreed ?? {};
  return {
    answers: Object.fromEntries(answers),
    ...(intake.consent && consent && { consent }),
    ...(intake.waiver && waiver && { waiver }),
  };
}
