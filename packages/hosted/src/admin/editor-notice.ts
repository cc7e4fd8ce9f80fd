import { html, nothing, type TemplateResult } from 'lit';
import type { EditorState } from './partner-editor.ts';
import { fieldNames } from './partner-form.ts';
import { problemView } from './problem.ts';
import type { AdminView } from './view.ts';

/** Renders what became of saving the partner. */
export function editorNotice(view: AdminView, { phase, problem, conflict, errors }: EditorState): TemplateResult {
  const { say } = view;
  const names = conflict?.map((field) => say(fieldNames[field])).join(', ') ?? '';
  return html`<div><div role="status">
        ${phase === 'saved' ? html`<p class="done">${say('saved')}</p>` : phase === 'unchanged' ? html`<p class="quiet">${say('unchanged')}</p>` : nothing}
      </div>
      <div role="alert">
        ${
          conflict
            ? html`<div class="problem conflict">
                <p><b>${say('conflict')}</b></p>
                <p>${names ? say('conflictText', { fields: names }) : say('conflictEasy')}</p>
              </div>`
            : Object.keys(errors).length > 0
              ? html`<p class="problem">${say('error_fields')}</p>`
              : nothing
        }
      </div>
      ${problemView(view, problem)}</div>`;
}
