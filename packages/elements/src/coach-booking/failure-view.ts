import { html, nothing, type TemplateResult } from 'lit';
import type { SetupProblem } from './setup-problem.ts';
import type { View } from './view.ts';

/**
 * Renders in plain words why nothing can be shown, a button to retry when that can help, and the content of the element
 * as the page's own alternative. The texts are loaded with the later steps; the simplest are included here for when
 * that fails.
 */
export function failureView(
  { say, steps }: View,
  { kind, retryable, requestId }: SetupProblem,
  retry: () => void,
): TemplateResult {
  return html`<section class="main" part="problem">
    ${
      steps === undefined
        ? nothing
        : html`<p role="alert" id="problem" tabindex="-1">${say(steps?.kindPhrase(kind) ?? 'server')}</p>
          ${retryable ? html`<button type="button" class="go" part="button" @click=${retry}>${say('retry')}</button>` : nothing}
          ${requestId ? html`<small>${say('reference', { id: requestId })}</small>` : nothing}`
    }
    <slot></slot>
  </section>`;
}
