import { html, type TemplateResult } from 'lit';
import { textButton } from './buttons.ts';
import { stepFrame } from './frame.ts';
import { discard, stay } from './leaving.ts';
import type { View } from './panel.ts';

/** Renders the question in place of the panel, which keeps its state. */
export function questionView(view: View): TemplateResult {
  const { say } = view;
  return html`<div class="panel" part="panel question" role="alertdialog" aria-labelledby="question-title" aria-describedby="question-text">
    ${stepFrame(html`<h2 id="question-title">${say('discardTitle')}</h2>
      <p id="question-text">${say('discardText')}</p>
      <div class="ways">
        <button type="button" class="go" part="button primary" ?autofocus=${true} @click=${() => stay(view)}>${say('keepEditing')}</button>
        ${textButton('soft', say('discard'), () => discard(view))}
      </div>`)}
  </div>`;
}
