import { html, type TemplateResult } from 'lit';
import { fileView } from '../parts/file-view.ts';
import type { BookingContext } from './booking-form.ts';

/** Loads the file; tests replace it. */
export const historyFile = { load: async () => (await import('./history-view.ts')).historyView };

/** Renders the history of a booking, folded: a file of its own, loaded when the first booking is opened. */
export function historySection(context: BookingContext): TemplateResult {
  const { view } = context;
  return html`<details class="history" part="history">
    <summary>${view.say('history')}</summary>
    ${fileView(historyFile, view, historyFile, context)}
  </details>`;
}
