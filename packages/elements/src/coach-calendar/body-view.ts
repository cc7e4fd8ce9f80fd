import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarProblem } from '@coach-booking/sdk';
import type { View } from './panels/parts/panel.ts';

/** Grey bars of the size of the content to come. */
export function waitingView({ say }: Pick<View, 'say'>): TemplateResult {
  return html`<p class="vh">${say('loading')}</p><div class="wait" part="waiting">${[0, 1, 2, 3, 4, 5, 6, 7].map(() => html`<i></i>`)}</div>`;
}

/** Renders that a session is needed: dispatches the event to the page, which may show content of its own. */
export function signedOutView({ say, element }: Pick<View, 'say' | 'element'>, retry: () => void): TemplateResult {
  const ask = () => {
    const event = new CustomEvent('coach-sign-in', { bubbles: true, composed: true, cancelable: true });
    if (element.dispatchEvent(event)) retry();
  };
  return html`<div class="middle" part="signed-out">
    <p>${say('signedOut')}</p>
    <slot name="signed-out"><button type="button" class="go" part="button" @click=${ask}>${say('signIn')}</button></slot>
  </div>`;
}

/** Renders the problem when nothing can be shown, and a button to retry when that can help. */
export function failedView(
  { say }: Pick<View, 'say'>,
  problem: CalendarProblem | null,
  retry: () => void,
): TemplateResult {
  const { kind = 'server', retryable = true, requestId } = problem ?? {};
  return html`<div class="middle" part="problem">
    <p role="alert">${say(`problem_${kind}`)}</p>
    ${retryable ? html`<button type="button" class="go" part="button" @click=${retry}>${say('retry')}</button>` : nothing}
    ${requestId ? html`<small>${say('reference', { id: requestId })}</small>` : nothing}
    <slot></slot>
  </div>`;
}
