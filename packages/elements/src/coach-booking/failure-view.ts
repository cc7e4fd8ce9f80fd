import { html, nothing, type TemplateResult } from 'lit';
import type { SetupProblem } from './setup-problem.ts';
import type { View } from './view.ts';

/**
 * Renders in plain words what happened when nothing can be shown, a retry when that may help, and the page's own way
 * out (what stands inside the element). The words come with the later steps; when those do not come, the simplest of
 * them are here.
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
