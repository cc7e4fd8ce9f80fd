import type { TemplateResult } from 'lit';
import { textField, type TextField } from '@coach-booking/elements/internal/fields';
import { pageLanguage } from '../../page-language.ts';
import type { Errors, ServiceForm } from './service-form.ts';
import { serviceTextsFor, type ServiceTexts } from './texts/index.ts';
import type { VideoChoice } from './video-form.ts';

export interface ServiceFields {
  readonly form: ServiceForm;
  readonly errors: Errors;
  readonly busy: boolean;
  /** The ways to meet for which the coach has what is needed. */
  readonly offered: readonly VideoChoice[];
  /** The business has a room for meetings that could not be made. */
  readonly hasBusinessRoom: boolean;
  change(change: Partial<ServiceForm>): void;
  focusOn(selector: string): void;
}

type More = Partial<Omit<TextField, 'hint'>> & { readonly hint?: keyof ServiceTexts };

interface FormOf<Form> {
  readonly form: Form;
  readonly errors: Readonly<Partial<Record<keyof Form, keyof ServiceTexts>>>;
  readonly busy: boolean;
  change(change: Partial<Form>): void;
}

/** Returns the text fields of the form, each named for the part of it that it shows. */
export function textsOf<Form>({ form, errors, busy, change }: FormOf<Form>) {
  return (name: keyof Form & string, label: keyof ServiceTexts, { hint, ...more }: More = {}): TemplateResult => {
    const { texts } = serviceTextsFor(pageLanguage());
    const error = errors[name];
    return textField({
      id: `service-${name}`,
      label: texts[label],
      value: String(form[name]),
      busy,
      hint: hint && texts[hint],
      error: error && texts[error],
      input: (value) => change({ [name]: value } as unknown as Partial<Form>),
      ...more,
    });
  };
}
