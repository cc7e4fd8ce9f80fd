import { html, type TemplateResult } from 'lit';
import type { BookingContext } from './booking-form.ts';
import { loadInto, loadableView } from '../parts/loadable-view.ts';

/** Loads the file; tests replace it. */
export const linkFile = { load: () => import('../../manage-link/link-view.ts') };

/** Renders the attendee's manage link, folded. Coaches seldom need it, so its content is a file of its own. */
export function linkSection(context: BookingContext): TemplateResult {
  const { view, form } = context;
  const load = (): void => void (form.value.draw ?? loadInto(form, async () => (await linkFile.load()).linkView));
  return html`<details class="history" part="manage-link" @toggle=${load}>
    <summary>${view.say('manageLink')}</summary>
    ${loadableView(view, form.value, context, load)}
  </details>`;
}
