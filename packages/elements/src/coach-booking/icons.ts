import { html, type TemplateResult } from 'lit';

/** Returns a drawing from its path. */
export function icon(d: string): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${d} /></svg>`;
}

/** The icons of the first view. Line drawings of 20 × 20 in the colour of the text. */
export const icons = {
  back: icon('M12.5 4.5 7 10l5.5 5.5'),
  forward: icon('M7.5 4.5 13 10l-5.5 5.5'),
};
