import type { Intake, IntakeInput, QuestionKind } from '@coach-booking/sdk';

/** A question as it is typed. */
export interface DraftQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly hint: string;
  /** One in each line. */
  readonly options: string;
  readonly required: boolean;
  readonly newClientsOnly: boolean;
  readonly health: boolean;
}

/** The questions and texts of a service as they are typed. */
export interface IntakeForm {
  /** Whether the service has questions of its own, in place of those of the business. */
  readonly hasIntake: boolean;
  readonly questions: readonly DraftQuestion[];
  readonly consentText: string;
  readonly consentUrl: string;
  readonly waiverText: string;
}

export const KINDS: readonly QuestionKind[] = [
  'text',
  'long_text',
  'choice',
  'several',
  'number',
  'phone',
  'date',
  'checkbox',
];

/** Questions of this kind have options. */
export const hasOptions = ({ kind }: Pick<DraftQuestion, 'kind'>): boolean => kind === 'choice' || kind === 'several';

/** Returns an empty question. Its id is for good, so it has nothing of the words. */
export function newQuestion(): DraftQuestion {
  const id = `q-${crypto.randomUUID().slice(0, 8)}`;
  return { id, kind: 'text', label: '', hint: '', options: '', required: false, newClientsOnly: false, health: false };
}

export function intakeFormOf(intake: Intake | undefined): IntakeForm {
  const { questions = [], consent, waiver } = intake ?? {};
  return {
    hasIntake: intake !== undefined,
    questions: questions.map(
      ({ id, kind, label, hint = '', options = [], required = false, newClientsOnly = false, health = false }) => ({
        ...{ id, kind, label, hint, required, newClientsOnly, health },
        options: options.join('\n'),
      }),
    ),
    consentText: consent?.text ?? '',
    consentUrl: consent?.url ?? '',
    waiverText: waiver?.text ?? '',
  };
}

const optionsOf = ({ options }: DraftQuestion): string[] => [
  ...new Set(
    options
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** Returns the part of a question that cannot be saved; null when it can. */
export function wrongPartOf(question: DraftQuestion): 'label' | 'options' | null {
  if (!question.label.trim()) return 'label';
  return hasOptions(question) && optionsOf(question).length < 2 ? 'options' : null;
}

/** Whether the address of the consent cannot be saved. */
const isWrongUrl = ({ consentUrl }: IntakeForm): boolean => {
  const url = consentUrl.trim();
  return url !== '' && !(url.startsWith('https://') && URL.canParse(url));
};

/** Returns what cannot be saved, by field. */
export function intakeErrorsOf(
  form: IntakeForm,
): Readonly<Partial<Record<keyof IntakeForm, 'error_required' | 'error_video'>>> {
  if (!form.hasIntake) return {};
  return {
    ...(form.questions.some(wrongPartOf) && { questions: 'error_required' }),
    ...(isWrongUrl(form) && { consentUrl: 'error_video' }),
    ...(form.consentUrl.trim() && !form.consentText.trim() && { consentText: 'error_required' }),
  };
}

/** Returns what is asked from now on; undefined for what the business asks. The form has no errors. */
export function intakeInputOf(form: IntakeForm): IntakeInput | undefined {
  if (!form.hasIntake) return undefined;
  const [consent, url, waiver] = [form.consentText.trim(), form.consentUrl.trim(), form.waiverText.trim()];
  return {
    questions: form.questions.map((question) => ({
      id: question.id,
      kind: question.kind,
      label: question.label.trim(),
      ...(question.hint.trim() && { hint: question.hint.trim() }),
      ...(question.required && { required: true }),
      ...(question.newClientsOnly && { newClientsOnly: true }),
      ...(question.health && { health: true }),
      ...(hasOptions(question) && { options: optionsOf(question) }),
    })),
    ...(consent && { consent: { text: consent, ...(url && { url }) } }),
    ...(waiver && { waiver: { text: waiver } }),
  };
}
