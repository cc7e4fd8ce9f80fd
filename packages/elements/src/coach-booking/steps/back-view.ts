import { html, type TemplateResult } from 'lit';
import { icons } from '../icons.ts';
import type { View } from '../view.ts';

/** Renders the button that leads to the previous step. */
export function backView({ say }: View, back: () => void, busy = false): TemplateResult {
  return html`<button type="button" class="back" part="back" aria-disabled=${busy} @click=${() => busy || back()}>${icons.back}${say('back')}</button>`;
}
