import { html, type TemplateResult } from 'lit';
import type { PageTexts } from './texts/index.ts';

/** Renders the notice for an admin in place of everything else until a second factor is set up. */
export function needsFactor(texts: PageTexts, account: string): TemplateResult {
  return html`<section class="card narrow">
    <p role="status">${texts.needsFactor}</p>
    <a href=${account}>${texts.setUpFactor}</a>
  </section>`;
}
