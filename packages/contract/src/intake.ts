import type { components } from './generated/types.ts';

type Schemas = components['schemas'];

/** The questions and texts for visitors who book, as the server answers them. */
export type Intake = Schemas['Intake'];
export type Question = Schemas['Question'];
/** The answers and agreements of a form. */
export type IntakeGiven = Schemas['BookingIntakeInput'];
/** `several` is a list of the chosen options, everything else a string. R42. */
export type AnswerValue = string | readonly string[];

/**
 * `required` nothing was answered or agreed to · `changed` the text that was agreed to is no longer the one that is
 * asked · `unknown` nothing of that id is asked.
 */
export type IntakeProblem = 'required' | 'invalid' | 'too_long' | 'changed' | 'unknown';

const TEXT = 200;
const LONG_TEXT = 2000;
const PHONE = 64;

const isDate = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

const longestOf = ({ kind }: Question): number => (kind === 'long_text' ? LONG_TEXT : kind === 'phone' ? PHONE : TEXT);

const isValid = ({ kind, options = [] }: Question, text: string): boolean => {
  if (kind === 'number') return /^[+-]?\d+([.,]\d+)?$/.test(text);
  if (kind === 'phone') return /(\P{Nd}*\p{Nd}){5}/u.test(text);
  if (kind === 'date') return isDate(text);
  if (kind === 'choice') return options.includes(text);
  return kind !== 'checkbox' || text === 'true';
};

/** Returns an answer in its one form; undefined for none, such as a box that was not ticked. */
export function tidyAnswer(question: Pick<Question, 'kind'>, value: AnswerValue | undefined): AnswerValue | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return value.length > 0 ? value : undefined;
  const text = value.trim();
  return text === '' || (question.kind === 'checkbox' && text === 'false') ? undefined : text;
}

/** Returns the problem of one answer; null when it can be sent. */
export function answerProblem(question: Question, given: AnswerValue | undefined): IntakeProblem | null {
  const value = tidyAnswer(question, given);
  if (value === undefined) return question.required ? 'required' : null;
  const { kind, options = [] } = question;
  if (typeof value !== 'string') {
    const isOfOptions =
      kind === 'several' && value.every((one, at) => options.includes(one) && value.indexOf(one) === at);
    return isOfOptions ? null : 'invalid';
  }
  if (kind === 'several') return 'invalid';
  if (value.length > longestOf(question)) return 'too_long';
  return isValid(question, value) ? null : 'invalid';
}

const agreementProblem = (asked: Schemas['Agreement'] | undefined, given: number | undefined): IntakeProblem | null => {
  if (!asked) return given === undefined ? null : 'unknown';
  if (given === undefined) return 'required';
  return given === asked.version ? null : 'changed';
};

/**
 * Returns the problems of what a form has for what is asked, by path in the order of the form: `answers.<id>`,
 * `consent`, `waiver`; empty when it can be sent. Server and form both decide by it. R42.
 */
export function intakeProblems(
  { questions, consent, waiver }: Intake,
  given: IntakeGiven,
): Readonly<Record<string, IntakeProblem>> {
  const answers = new Map(Object.entries(given.answers ?? {}));
  const known = new Set(questions.map(({ id }) => id));
  const found: (readonly [string, IntakeProblem | null])[] = [
    ...questions.map(
      (question) => [`answers.${question.id}`, answerProblem(question, answers.get(question.id))] as const,
    ),
    ...[...answers.keys()].filter((id) => !known.has(id)).map((id) => [`answers.${id}`, 'unknown'] as const),
    ['consent', agreementProblem(consent, given.consent)],
    ['waiver', agreementProblem(waiver, given.waiver)],
  ];
  return Object.fromEntries(found.filter((one): one is readonly [string, IntakeProblem] => one[1] !== null));
}
