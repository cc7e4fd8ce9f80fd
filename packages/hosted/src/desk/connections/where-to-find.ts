import { html, type TemplateResult } from 'lit';
import type { ConnectionTexts } from './texts/index.ts';

/** Renders where the common calendars keep the secret address. */
export function whereToFind(texts: ConnectionTexts): TemplateResult {
  return html`<details>
    <summary>${texts.where}</summary>
    <ul class="problems">
      <li>${texts.whereGoogle}</li>
      <li>${texts.whereOutlook}</li>
      <li>${texts.whereApple}</li>
      <li>${texts.whereOther}</li>
    </ul>
  </details>`;
}
