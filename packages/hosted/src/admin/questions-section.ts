import { html } from 'lit';
import { intakeFields } from '../desk/services/intake-fields.ts';
import { intakeErrorsOf, type IntakeForm } from '../desk/services/intake-form.ts';
import { EditorSection } from './editor-section.ts';
import type { EditorState } from './partner-editor.ts';
import { intakeFields as ownFields } from './partner-form.ts';

/** `#questions`: questions, consent and waiver of each service that has none of its own. */
export class AdminQuestions extends EditorSection {
  protected override readonly fields = ownFields;
  protected override readonly heading = { title: 'questions', text: 'questionsText' } as const;

  protected override content({ form, errors, phase }: EditorState): unknown {
    const { editor, say } = this.view;
    const { intake } = form!;
    const isRefused = Object.keys(errors).some((name) => name.startsWith('intake-'));
    return html`<div class="card">
      ${intakeFields({
        form: intake,
        errors: isRefused ? intakeErrorsOf(intake) : {},
        busy: phase === 'saving',
        ofBusiness: { legend: say('questions'), ask: say('questionsAsk'), none: say('questionsNone') },
        change: (change: Partial<IntakeForm>) => editor.change({ intake: { ...intake, ...change } }),
        focusOn: (selector) => void this.focusOn(selector),
      })}
    </div>`;
  }
}
