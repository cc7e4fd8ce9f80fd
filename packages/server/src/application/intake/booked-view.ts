import type { components } from '@coach-booking/contract/types';
import type { BookedAgreement, BookedIntake } from '../../domain/intake/intake.ts';
import { instantText } from '../kernel/instants.ts';

type Schemas = components['schemas'];

/** Which parts a reader sees: answers about health, and the texts that were agreed to. */
export interface IntakeReader {
  readonly health: boolean;
  readonly texts: boolean;
}

/** Of lists, messages and webhooks. */
export const PLAIN: IntakeReader = { health: false, texts: false };

const agreementView = (
  agreement: BookedAgreement | undefined,
  { texts }: IntakeReader,
): Schemas['BookingAgreement'] | undefined => {
  if (!agreement) return undefined;
  const { at, version, text, url } = agreement;
  return { version, at: instantText(at), ...(texts && { text, ...(url !== undefined && { url }) }) };
};

/** Returns what was answered and agreed to, as a reader sees it. */
export function bookedIntakeView(
  { answers, consent, waiver }: BookedIntake,
  reader: IntakeReader,
): Schemas['BookingIntake'] {
  const agreements = { consent: agreementView(consent, reader), waiver: agreementView(waiver, reader) };
  return {
    answers: answers.map(({ value, ...question }) => ({
      ...question,
      ...((reader.health || !question.health) && { value: typeof value === 'string' ? value : [...value] }),
    })),
    ...(agreements.consent && { consent: agreements.consent }),
    ...(agreements.waiver && { waiver: agreements.waiver }),
  };
}

/** Whether anything about health was answered. */
export function isAboutHealth(intake: BookedIntake | undefined): boolean {
  return intake?.answers.some(({ health }) => health) ?? false;
}
