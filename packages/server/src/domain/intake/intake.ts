import type { Instant } from '@coach-booking/time/instant';

/** `several` is a list of the chosen options, everything else a string. R42. */
export type AnswerValue = string | readonly string[];

/** A question, with the version of its words. */
export interface Question {
  readonly id: string;
  readonly kind: 'text' | 'long_text' | 'choice' | 'several' | 'number' | 'phone' | 'date' | 'checkbox';
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Spares clients who are signed in and have booked the coach before. */
  readonly newClientsOnly?: boolean;
  /** Its answers are about health. */
  readonly health?: boolean;
  readonly options?: string[];
  readonly version: number;
}

/** A text that has to be agreed to. */
export interface Agreement {
  readonly text: string;
  readonly url?: string;
  readonly version: number;
}

/** The questions and texts for visitors who book. */
export interface Intake {
  readonly questions: Question[];
  readonly consent?: Agreement;
  readonly waiver?: Agreement;
}

/** The same before its texts have their versions. */
export interface IntakeTexts {
  readonly questions: readonly Omit<Question, 'version'>[];
  readonly consent?: Omit<Agreement, 'version'>;
  readonly waiver?: Omit<Agreement, 'version'>;
}

/** An answer with the question as it was asked. R42. */
export interface BookedAnswer extends Pick<Question, 'id' | 'kind' | 'label' | 'version'> {
  readonly health?: boolean;
  readonly value: AnswerValue;
}

/** A text that was agreed to, as it was then. */
export interface BookedAgreement extends Agreement {
  readonly at: Instant;
}

/** The answers and agreements of a booking, frozen with it. */
export interface BookedIntake {
  readonly answers: readonly BookedAnswer[];
  readonly consent?: BookedAgreement;
  readonly waiver?: BookedAgreement;
}

/** Characters of all texts of one intake, since the coach's head carries those of every service. */
export const MAX_INTAKE = 12_000;

/** Returns what is wrong with what is to be asked, as a path and a sentence; null when it can be. */
export function intakeFault(intake: IntakeTexts): { readonly path: string; readonly message: string } | null {
  const seen = new Set<string>();
  for (const [at, { id, kind, label, options }] of intake.questions.entries()) {
    const path = `questions.${at}`;
    if (seen.has(id)) return { path: `${path}.id`, message: 'Another question has this id.' };
    seen.add(id);
    if (label.trim() === '') return { path: `${path}.label`, message: 'Must not be blank.' };
    const isChoice = kind === 'choice' || kind === 'several';
    if (isChoice !== (options !== undefined))
      return {
        path: `${path}.options`,
        message: 'Questions of kind choice and several have options, others have none.',
      };
    if (options?.some((option) => option !== option.trim() || option === ''))
      return { path: `${path}.options`, message: 'Must neither be blank nor begin or end with a space.' };
  }
  if (JSON.stringify(intake).length > MAX_INTAKE)
    return { path: 'questions', message: `All texts together must have at most ${MAX_INTAKE} characters.` };
  return null;
}

const wordsOf = ({ kind, label, hint, options }: Omit<Question, 'version'>): string =>
  JSON.stringify([kind, label, hint, options]);

const agreed = (text: Omit<Agreement, 'version'> | undefined, old: Agreement | undefined): Agreement | undefined => {
  if (!text) return undefined;
  const isSame = old && old.text === text.text && old.url === text.url;
  return { ...text, version: isSame ? old.version : (old?.version ?? 0) + 1 };
};

/** Returns the texts with their versions, which rise where the words differ from what was asked before. R42. */
export function withVersions({ questions, consent, waiver }: IntakeTexts, old: Intake | undefined): Intake {
  const before = new Map(old?.questions.map((question) => [question.id, question]));
  const agreements = { consent: agreed(consent, old?.consent), waiver: agreed(waiver, old?.waiver) };
  return {
    questions: questions.map((question) => {
      const known = before.get(question.id);
      const isSame = known && wordsOf(known) === wordsOf(question);
      return { ...question, version: isSame ? known.version : (known?.version ?? 0) + 1 };
    }),
    ...(agreements.consent && { consent: agreements.consent }),
    ...(agreements.waiver && { waiver: agreements.waiver }),
  };
}
