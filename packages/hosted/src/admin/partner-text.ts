import type { TemplateResult } from 'lit';
import { textField } from '@coach-booking/elements/internal/fields';
import type { EditorState } from './partner-editor.ts';
import { fieldNames } from './partner-form.ts';
import type { AdminView } from './view.ts';

/** Renders a text field of the partner. */
export function partnerText(
  { say, editor }: AdminView,
  state: EditorState,
  field: 'name' | 'manageUrl' | 'brandName' | 'logoUrl',
  hint = '',
  maxLength = 120,
): TemplateResult {
  const error = state.errors[field];
  return textField({
    id: field,
    label: say(fieldNames[field]),
    hint,
    value: state.form![field],
    maxLength,
    busy: state.phase === 'saving',
    error: error && say(error),
    input: (value) => editor.change({ [field]: value }),
  });
}
