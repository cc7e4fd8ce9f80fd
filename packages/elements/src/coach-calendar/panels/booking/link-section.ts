import { html, type TemplateResult } from 'lit';
import type { BookingContext } from './booking-memory.ts';
import { come, comingView } from '../parts/coming-view.ts';

/** How the file comes; tests let it fail. */
export const linkFile = { load: () => import('../../manage-link/link-view.ts') };

/** The attendee's manage link, folded. Few coaches ever need it, so what is inside is a file of its own. */
export function linkSection(context: BookingContext): TemplateResult {
  const { view, kept } = context;
  const load = (): void => void (kept.value.draw ?? come(kept, async () => (await linkFile.load()).linkView));
  return html`<details class="history" part="manage-link" @toggle=${load}>
    <summary>${view.say('manageLink')}</summary>
    ${comingView(view, kept.value, context, load)}
  </details>`;
}
