import { intakeProblems, tidyAnswer, type IntakeProblem } from '@coach-booking/contract/intake';
import type { Service } from '../../domain/coach/coach.ts';
import type { BookedAgreement, BookedAnswer, BookedIntake, Intake } from '../../domain/intake/intake.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isCoachSideOf } from '../kernel/scope.ts';
import { askedOf, type AskedOfNeeds } from './asked-of.ts';

type Given = NonNullable<InputOf<'createBooking'>['intake']>;

const sentences: Readonly<Record<IntakeProblem, string>> = {
  required: 'Must be there.',
  invalid: 'Is no answer to this question.',
  too_long: 'Is too long.',
  changed: 'The text has changed since: show it again.',
  unknown: 'Nothing of this name is asked.',
};

/** Freezes the answers with what was asked. R42. */
const frozen = ({ questions, consent, waiver }: Intake, given: Given, at: Context['now']): BookedIntake => {
  const answers = new Map(Object.entries(given.answers ?? {}));
  const agreed = (text: Intake['consent'], version: number | undefined): BookedAgreement | undefined =>
    text && version === text.version ? { ...text, at } : undefined;
  return {
    answers: questions.flatMap((question): BookedAnswer[] => {
      const value = tidyAnswer(question, answers.get(question.id));
      const { id, kind, label, version, health } = question;
      return value === undefined ? [] : [{ id, kind, label, version, ...(health && { health }), value }];
    }),
    ...present({ consent: agreed(consent, given.consent), waiver: agreed(waiver, given.waiver) }),
  };
};

const isEmpty = ({ answers, consent, waiver }: BookedIntake): boolean => answers.length === 0 && !consent && !waiver;

/**
 * Returns what a booking keeps of its form, or undefined where nothing was asked or answered. The coach side may leave
 * out what is asked. Throws INVALID_REQUEST that names each answer which is missing or not valid.
 */
export async function bookedIntake(
  core: AskedOfNeeds,
  context: Context,
  given: Given | undefined,
  coachId: string,
  service: Service | undefined,
): Promise<BookedIntake | undefined> {
  const isFree = isCoachSideOf(context, coachId);
  if (isFree && !given) return undefined;
  const asked = service ? await askedOf(core, context, coachId, service) : { questions: [] };
  const problems = Object.entries(intakeProblems(asked, given ?? {})).filter(
    ([, problem]) => !(isFree && problem === 'required'),
  );
  if (problems.length > 0)
    throw new Refusal('INVALID_REQUEST', 'Some of what is asked is not answered.', {
      problems: problems.map(([path, problem]) => ({ path: `intake.${path}`, message: sentences[problem] })),
    });
  const booked = frozen(asked, given ?? {}, context.now);
  return isEmpty(booked) ? undefined : booked;
}
